import type { Service } from "../core/service.ts";
import type { ServiceOptions } from "./kit/options.ts";
export interface GoogleAnalyticsOptions extends ServiceOptions {
    /** Measurement id, `G-…`. Absent: the page's own markup starts it. */
    id?: string;
    /** Name of the command queue. Default `"dataLayer"`. */
    dataLayer?: string;
    /** Handed to `gtag("config", id, config)`, for example `{ allow_google_signals: false }`. */
    config?: Record<string, unknown>;
}
/**
 * Google Analytics 4 by gtag.js. A `cookie_prefix` in `config` renames its cookies: name those in
 * `erase`.
 *
 * @confidence high
 * @source Open-Cookie-Database@0ee5a17
 * @source tracker-radar crawl of November 2024
 * @source nuxt/scripts@5052a9fd
 * @source tarteaucitron.js@76151fa
 * @source https://developers.google.com/tag-platform/security/guides/consent
 * @source https://developers.google.com/tag-platform/security/guides/privacy
 * @source https://business.safety.google/adscookies/
 */
export declare function googleAnalytics(options?: GoogleAnalyticsOptions): Service;
export default googleAnalytics;
