import type { Signal } from "../core/parts.ts";
export interface HubspotSignalOptions {
    /** Which service or category answers for each: the first that has an answer decides. */
    analytics?: string;
    advertisement?: string;
    functionality?: string;
}
/**
 * HubSpot consent, handed over from another banner. HubSpot does not keep it, so it is sent on
 * every page; its own banner is switched off.
 *
 * @confidence high
 * @source https://developers.hubspot.com/docs/api/events/cookie-banner
 */
export declare function hubspot(options?: HubspotSignalOptions): Signal;
export default hubspot;
