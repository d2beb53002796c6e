import type { Migration } from "../core/parts.ts";
import type { MigrationOptions } from "./kit/options.ts";
/**
 * Cookiebot (Cybot, Usercentrics). `CookieConsent` holds a JavaScript literal, not JSON. Only
 * `method:'explicit'` is a choice: for visitors outside its regions the tool itself writes `'implied'`
 * with everything true and the stamp `'-1'`; older cookies without a method are asked again. Names are
 * `preferences`, `statistics`, `marketing`, and `necessary` for markup.
 *
 * @confidence high
 * @source https://www.cookiebot.com/en/developer/
 * @source CybotAS/CookiebotWP documentation/CookiebotAPI.md
 * @source CookieConsent values of 2022 to 2025 in public repositories
 * @source ryanbr/consent-rr, notes on uc.js: escapes, `data-cookieblock-src`, `ignore`
 */
export declare function cookiebot(options: MigrationOptions): Migration;
export default cookiebot;
