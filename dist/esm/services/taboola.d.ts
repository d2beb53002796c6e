import type { Service } from "../core/service.ts";
import type { ServiceOptions } from "./kit/options.ts";
export interface TaboolaOptions extends ServiceOptions {
    /** Account number. Absent: the page's own markup starts it. */
    id?: number | string;
}
/**
 * Taboola Pixel. No consent call outside the IAB framework: a withdrawal reloads.
 *
 * @confidence medium
 * @source tracker-radar crawl of November 2024
 * @source Open-Cookie-Database@0ee5a17
 * @unverified sessionStorage names
 */
export declare function taboola(options?: TaboolaOptions): Service;
export default taboola;
