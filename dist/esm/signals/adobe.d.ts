import type { Signal } from "../core/parts.ts";
export interface AdobeSignalOptions {
    /** Which service or category answers: the first that has an answer decides. */
    ids?: string;
    /** Categories of the ID service's opt-in object. Default: Analytics and the ID service. */
    optIn?: string[];
}
/**
 * Adobe consent: the Web SDK's `setConsent` and the ID service's opt-in object, whichever the page
 * has. Before a choice the page holds them by `defaultConsent: "pending"` or `doesOptInApply:
 * true`.
 *
 * @confidence medium
 * @source https://experienceleague.adobe.com/docs/experience-platform/web-sdk/commands/setconsent.html
 * @source https://experienceleague.adobe.com/docs/id-service/using/implementation/opt-in-service/api.html
 * @unverified the opt-in object's method names are from its reference only, not from a running page
 */
export declare function adobe(options?: AdobeSignalOptions): Signal;
export default adobe;
