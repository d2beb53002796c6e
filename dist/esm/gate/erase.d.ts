import type { StorageItem } from "../core/service.ts";
/** What erasing needs of the world. */
export interface EraseEnv {
    window: Window & typeof globalThis;
    /** Out of reach of markup (`safeDocument`). */
    document: Pick<Document, "cookie">;
}
/** What is to be erased, and what must stay whatever a pattern says. */
export interface Sweep {
    erase: readonly StorageItem[];
    /** Consent and opt-out state, and what another permitted service still uses. */
    keep: readonly StorageItem[];
}
/**
 * Erases what the items name, in every medium. Gives the names that are still there afterwards.
 * Cookies of a server (`HttpOnly`) and of other domains cannot be reached by script at all.
 */
export declare function erase({ erase, keep }: Sweep, env: EraseEnv): Promise<string[]>;
