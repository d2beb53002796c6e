import type { Service } from "../core/service.ts";
import type { ServiceOptions } from "./kit/options.ts";
export interface AwinOptions extends ServiceOptions {
    /** Advertiser id, digits. Absent: the page's own markup starts it. */
    id?: number | string;
}
/**
 * AWIN MasterTag for affiliate sales. Its consent flag stops cookies, not the script: a withdrawal
 * reloads.
 *
 * @confidence medium
 * @source tracker-radar crawl of November 2024
 * @source Open-Cookie-Database@0ee5a17
 * @source https://help.awin.com/developers/docs/gtm-consent.md
 * @unverified localStorage names beside the ones listed (they start with aw)
 */
export declare function awin(options?: AwinOptions): Service;
export default awin;
