import type { Signal } from "../core/parts.ts";
/** Google's seven consent types. */
export type GoogleConsentType = "ad_storage" | "ad_user_data" | "ad_personalization" | "analytics_storage" | "functionality_storage" | "personalization_storage" | "security_storage";
export interface GoogleConsentModeOptions {
    /**
     * Which categories or services answer for a type, separated by spaces: the first that has an
     * answer decides, so a refused service outweighs its permitted category.
     */
    types?: Partial<Record<GoogleConsentType, string>>;
    /**
     * What the default carries beside the denials, in Google's own words. `region` limits them to ISO
     * 3166-2 regions. `wait_for_update` (milliseconds, 500 is usual) asks for advanced mode: for tags
     * that stay ungated in the page, wait for a choice, and send cookieless pings meanwhile, which is
     * itself access to the device (EDPB Guidelines 2/2023). Basic mode needs neither.
     */
    defaults?: {
        region?: string[];
        wait_for_update?: number;
    };
    /**
     * Google's `set` parameters, queued before the default: `ads_data_redaction` strips click ids
     * while `ad_storage` is denied; `url_passthrough` carries them in links instead, so it is off by
     * default.
     */
    set?: {
        ads_data_redaction?: boolean;
        url_passthrough?: boolean;
    };
    /** Name of the command queue. Default `"dataLayer"`. */
    dataLayer?: string;
}
/**
 * Google Consent Mode v2: denied defaults before any tag, then one update of all seven types for
 * each decision. Synchronous, because a default that comes after a tag is ignored.
 *
 * @confidence high
 * @source https://developers.google.com/tag-platform/security/guides/consent
 * @source https://developers.google.com/tag-platform/tag-manager/templates/consent-apis
 */
export declare function googleConsentMode(options?: GoogleConsentModeOptions): Signal;
export default googleConsentMode;
