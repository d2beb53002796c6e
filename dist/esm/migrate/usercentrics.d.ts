import type { Migration } from "../core/parts.ts";
import type { MigrationOptions } from "./kit/options.ts";
/**
 * Usercentrics Web CMP. Browser UI v2 keeps `uc_settings` (services by id, each with its history) and
 * `uc_user_interaction`; v3 keeps `ucData` (services by id, with their names). Only what was decided
 * explicitly counts. Names are those of the markup (`data-usercentrics`), and ids for v2, which keeps none.
 *
 * @confidence medium: v2 as its own migration code reads it; v3 as tools beside it read it, not documented
 * @unverified v3: where `EXPLICIT` stands; without it there, the visitor is asked
 * @source https://support.usercentrics.com/hc/en-us/articles/18656524460700-Manually-blocking-services-prior-consent
 * @source https://docs.usercentrics.com/cmp_browser_sdk/3.1.0/interfaces/Consent.html
 * @source ryanbr/consent-rr v1.58.0 and its notes on uc-block.js and websdk.js
 */
export declare function usercentrics(options: MigrationOptions): Migration;
export default usercentrics;
