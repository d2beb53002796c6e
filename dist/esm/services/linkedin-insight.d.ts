import type { Service } from "../core/service.ts";
import type { ServiceOptions } from "./kit/options.ts";
export interface LinkedinInsightOptions extends ServiceOptions {
    /** Partner id, digits. Absent: the page's own markup starts it. */
    id?: number | string;
}
/**
 * LinkedIn Insight Tag. LinkedIn documents no consent call: a withdrawal reloads.
 *
 * @confidence medium
 * @source tracker-radar crawl of November 2024
 * @source Open-Cookie-Database@0ee5a17
 * @source nuxt/scripts@5052a9fd
 * @source tarteaucitron.js@76151fa
 * @unverified li_giant: appears after a click on an advertisement only
 */
export declare function linkedinInsight(options?: LinkedinInsightOptions): Service;
export default linkedinInsight;
