import type { Migration } from "../core/parts.ts";
import type { NamedOptions } from "./kit/options.ts";
export interface VanillaOptions extends NamedOptions {
    /** The `revision` of your configuration there; a choice under another one is asked again. */
    revision?: number;
}
/**
 * vanilla-cookieconsent (orestbida/cookieconsent) 3. `cc_cookie` holds percent-encoded JSON, localStorage
 * plain JSON; either is written by a choice. It lists what was accepted: what the mapping names and the
 * list does not is a refusal. Names are categories, and `category/service` for services.
 *
 * @confidence high for version 3; version 2 keeps other fields and is asked again
 * @source orestbida/cookieconsent@8596c79 src/utils/cookies.js, src/utils/scripts.js, src/utils/general.js
 * @source npm vanilla-cookieconsent@3.1.0, run in a browser
 */
export declare function vanillaCookieconsent(options: VanillaOptions): Migration;
export default vanillaCookieconsent;
