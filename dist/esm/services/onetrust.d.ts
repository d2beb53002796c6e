import type { Service } from "../core/service.ts";
import type { ServiceOptions } from "./kit/options.ts";
/**
 * OneTrust, the tool that kept the choice before. Declared so that its cookies have a row while
 * they are read once and until they expire; it is not loaded.
 *
 * @confidence high
 * @source Open-Cookie-Database@0ee5a17
 * @source tracker-radar crawl of November 2024
 * @source https://developer.onetrust.com/onetrust/docs/javascript-api
 */
export declare function onetrust(options?: ServiceOptions): Service;
export default onetrust;
