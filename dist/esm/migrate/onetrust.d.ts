import type { Migration } from "../core/parts.ts";
import type { MigrationOptions } from "./kit/options.ts";
/**
 * OneTrust Cookie Consent (CookiePro, Optanon). `OptanonConsent` is written before any choice, filled with
 * the template's presets: it counts only beside `OptanonAlertBoxClosed`, whose ISO date is the time of the
 * choice, and not while OneTrust waits to ask again. Names are group ids (`C0002`).
 *
 * @confidence high for the cookies and the class; the cookies do not tell a closed banner from a choice
 * @source https://my.onetrust.com/articles/en_US/Knowledge/UUID-518074a1-a6da-81c3-be52-bae7685d9c94
 * @source https://developer.onetrust.com/onetrust/docs/javascript-api
 * @source ten OptanonConsent values of 2021 to 2026
 * @source ryanbr/consent-rr, notes on otSDKStub.js and otBannerSdk.js
 */
export declare function oneTrust(options: MigrationOptions): Migration;
export default oneTrust;
