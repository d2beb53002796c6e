import type { Service } from "../core/service.ts";
import type { ServiceOptions } from "./kit/options.ts";
export interface GoogleUniversalAnalyticsOptions extends ServiceOptions {
    /** Property id, `UA-…`. Absent: the page's own markup starts it. */
    id?: string;
    /** Whether the last part of the IP address is dropped. Default true. */
    anonymizeIp?: boolean;
}
/**
 * Google Universal Analytics (analytics.js), which Google no longer processes. IP addresses are
 * anonymised unless `anonymizeIp` is false.
 *
 * @confidence high
 * @source Open-Cookie-Database@0ee5a17
 * @source tracker-radar crawl of November 2024
 * @source tarteaucitron.js@76151fa
 * @source https://developers.google.com/analytics/devguides/collection/analyticsjs/user-opt-out
 * @unverified hosts and storage in part: from practice, not from a document of the vendor
 */
export declare function googleUniversalAnalytics(options?: GoogleUniversalAnalyticsOptions): Service;
export default googleUniversalAnalytics;
