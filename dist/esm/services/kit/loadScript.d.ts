import type { ServiceContext } from "../../core/service.ts";
/**
 * Loads a vendor's script once a page, however many services ask for it. A load that failed or was
 * cancelled by a withdrawal is forgotten, so that a later grant can try again.
 * @param name What counts as the same script. Default: its URL.
 */
export declare function loadScript(context: ServiceContext, url: string, attributes?: Record<string, string>, name?: string): Promise<void>;
