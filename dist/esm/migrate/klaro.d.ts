import type { Migration } from "../core/parts.ts";
import type { NamedOptions } from "./kit/options.ts";
/**
 * Klaro (KIProtect). One percent-encoded JSON object of service names and booleans, in a cookie or, where
 * the site chose so, in localStorage; written only when the visitor saves. It keeps no date.
 *
 * @confidence high
 * @source kiprotect/klaro@db9f1ac src/consent-manager.js, src/stores.js
 * @source npm klaro@0.7.22, run in a browser
 */
export declare function klaro(options: NamedOptions): Migration;
export default klaro;
