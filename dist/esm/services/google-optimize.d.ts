import type { Service } from "../core/service.ts";
import type { ServiceOptions } from "./kit/options.ts";
/**
 * Google Optimize, which Google ended on 30 September 2023. It never loads. Its leftovers are
 * erased at each decision, whatever that is, and when a page finds that an older choice is out of
 * date. Remove its snippet: the part against flicker hides the page for up to four seconds.
 *
 * @confidence high
 * @source Open-Cookie-Database@0ee5a17
 * @source tracker-radar crawl of November 2024
 * @source tarteaucitron.js@76151fa
 */
export declare function googleOptimize(options?: ServiceOptions): Service;
export default googleOptimize;
