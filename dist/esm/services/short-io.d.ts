import type { Service } from "../core/service.ts";
import type { ServiceOptions } from "./kit/options.ts";
/**
 * Short.io short links. Plain links load nothing on the page and need no gate; this is the row in
 * the notice.
 *
 * @confidence low
 * @source https://short.io/privacy
 * @unverified whether its redirect sets a cookie; a link owner can add pixels to it
 */
export declare function shortIo(options?: ServiceOptions): Service;
export default shortIo;
