import type { TrustedPolicy } from "./trustedPolicy.ts";
/** What making a script needs of its surroundings. */
export interface ScriptMaker {
    document: Document;
    policy: () => TrustedPolicy;
    /** CSP nonce for scripts that carry none, or empty. */
    nonce: string;
}
/**
 * Makes the script that will run in the place of a held one. A new element, because a script that
 * came by `innerHTML` is marked as already started and so would be its clone (HTML, "already started").
 * Attributes are kept but for the type, the address, and `on…`: handlers stay on the held element, to
 * which `load` and `error` are forwarded, so that listeners added by script are called too.
 */
export declare function makeScript(held: Element, maker: ScriptMaker): HTMLScriptElement;
