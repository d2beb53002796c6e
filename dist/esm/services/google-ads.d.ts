import type { Service } from "../core/service.ts";
import type { ServiceOptions } from "./kit/options.ts";
export interface GoogleAdsOptions extends ServiceOptions {
    /** Conversion id, `AW-…`. Absent: the page's own markup starts it. */
    id?: string;
    /** Name of the command queue. Default `"dataLayer"`. */
    dataLayer?: string;
    /** Handed to `gtag("config", id, config)`. */
    config?: Record<string, unknown>;
}
/**
 * Google Ads (AdWords): conversion tracking and remarketing by gtag.js. Consent goes by Google
 * Consent Mode; a running tag still sends cookieless pings, so a withdrawal reloads.
 *
 * @confidence high
 * @source Open-Cookie-Database@0ee5a17
 * @source tracker-radar crawl of November 2024
 * @source tarteaucitron.js@76151fa
 * @source https://business.safety.google/adscookies/
 * @source https://support.google.com/google-ads/answer/10000067
 */
export declare function googleAds(options?: GoogleAdsOptions): Service;
export default googleAds;
