import type { Service } from "../core/service.ts";
import type { ServiceOptions } from "./kit/options.ts";
export interface MicrosoftUetOptions extends ServiceOptions {
    /** UET tag id, digits only. Absent: the page's own markup starts it. */
    id?: number | string;
}
/**
 * Microsoft Advertising (Bing Ads) Universal Event Tracking. `uetq` is an array until bat.js has
 * run and a `UET` object after; it is never kept in a variable.
 *
 * @confidence high
 * @source Open-Cookie-Database@0ee5a17
 * @source tracker-radar crawl of November 2024
 * @source nuxt/scripts@5052a9fd
 * @source tarteaucitron.js@76151fa
 * @source c15t@cfcbbf85
 * @source https://help.ads.microsoft.com/apex/index/3/en/60119
 */
export declare function microsoftUet(options?: MicrosoftUetOptions): Service;
export default microsoftUet;
