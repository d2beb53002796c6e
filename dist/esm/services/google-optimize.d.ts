import type { Service } from "../core/service.ts";
import type { ServiceOptions } from "./kit/options.ts";
/**
 * Google Optimize, which Google ended on 30 September 2023. It never loads; its leftovers are
 * erased. Remove its snippet: the part against flicker hides the page for up to four seconds.
 *
 * @confidence high
 * @source Open-Cookie-Database@0ee5a17
 * @source tracker-radar crawl of November 2024
 * @source tarteaucitron.js@76151fa
 */
export declare function googleOptimize(options?: ServiceOptions): Service;
export default googleOptimize;
