import type { Options } from "../core/options.ts";
import type { State } from "../core/state.ts";
export type { State } from "../core/state.ts";
/** What a server may know of a request. */
export interface ServerConsent {
    state: State;
    /** Whether everything named is permitted; never, where the cookie is missing, doubled or stale. */
    permits(ids: string): boolean;
}
/**
 * Reads the choice that a request carries. `header` is the text of its Cookie header; the options
 * are those of the page, because a choice counts only for what was asked.
 */
export declare function readConsent(header: string | null | undefined, options: Options, now?: number): ServerConsent;
