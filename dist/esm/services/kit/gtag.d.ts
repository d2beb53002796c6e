import type { ServiceContext } from "../../core/service.ts";
type Gtag = (...command: unknown[]) => void;
/**
 * Google's command function for one queue. It pushes the real `arguments` object: gtag.js drops a
 * plain array without a word (github.com/nuxt/scripts/issues/770).
 */
export declare function gtag({ window }: ServiceContext, layer: string): Gtag;
/** Starts one Google tag; all tags of a page share one gtag.js and one `js` command. */
export declare function startGtag(context: ServiceContext, id: string, layer: string, config: Record<string, unknown>): Promise<void>;
export {};
