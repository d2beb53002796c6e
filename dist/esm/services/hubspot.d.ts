import type { Service } from "../core/service.ts";
import type { ServiceOptions } from "./kit/options.ts";
export interface HubspotOptions extends ServiceOptions {
    /** Portal id, digits. Absent: the page's own markup starts it. */
    id?: number | string;
    /** `"eu1"` for accounts in HubSpot's European data centre. */
    region?: "na1" | "eu1";
    /** What this consent covers at HubSpot. Default: all three. */
    consent?: {
        analytics?: boolean;
        advertisement?: boolean;
        functionality?: boolean;
    };
}
/**
 * HubSpot tracking, forms and chat. Its loader fetches four to six more scripts and may inject
 * advertising pixels of others; its own banner is switched off and told the choice.
 *
 * @confidence high
 * @source tracker-radar crawl of November 2024
 * @source Open-Cookie-Database@0ee5a17
 * @source tarteaucitron.js@76151fa
 * @source HubSpot developer docs excerpt for setHubSpotConsent
 * @source https://developers.hubspot.com/docs/api/events/cookie-banner
 */
export declare function hubspot(options?: HubspotOptions): Service;
export default hubspot;
