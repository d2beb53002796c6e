import type { Service } from "../core/service.ts";
import type { ServiceOptions } from "./kit/options.ts";
export interface AdobeAnalyticsOptions extends ServiceOptions {
    /**
     * Address of the property's script on assets.adobedtm.com. Absent: the page's own markup starts
     * it.
     */
    url?: string;
}
/**
 * Adobe Analytics by Experience Platform Tags (Launch) or the Web SDK. Rules in the property may
 * load more: name those vendors beside it.
 *
 * @confidence medium
 * @source https://experienceleague.adobe.com/docs/experience-platform/web-sdk/commands/setconsent.html
 * @source tracker-radar crawl of November 2024
 * @source Open-Cookie-Database@0ee5a17
 * @source tarteaucitron.js@76151fa
 * @source https://experienceleague.adobe.com/docs/id-service/using/implementation/opt-in-service/api.html
 * @unverified plug-in cookies (s_…) differ by implementation
 */
export declare function adobeAnalytics(options?: AdobeAnalyticsOptions): Service;
export default adobeAnalytics;
