import type { Trust } from "./trustedPolicy.ts";
/**
 * Makes the script that will run in the place of a held one. A new element, because a script that
 * came by `innerHTML` is marked as already started and so would be its clone (HTML, "already started").
 * Attributes are kept but for the type, the address, and `on…`: handlers stay on the held element, to
 * which `load` and `error` are forwarded, so that listeners added by script are called too.
 *
 * @param nonce CSP nonce for scripts that carry none, or empty
 * @param trust makes what the sinks accept under Trusted Types; without it they refuse there, and this throws
 */
export declare function makeScript(held: Element, document: Document, nonce: string, trust?: Trust): HTMLScriptElement;
