import type { Service } from "../core/service.ts";
import type { ServiceOptions } from "./kit/options.ts";
export interface PiwikProOptions extends ServiceOptions {
    /** Site id, a UUID. Absent, or without `account`: the page's own markup starts it. */
    id?: string;
    /** Account, the first part of `<account>.containers.piwik.pro`. */
    account?: string;
}
/**
 * Piwik PRO. After a refusal it may go on anonymously, as the account says: a withdrawal reloads.
 *
 * @confidence high
 * @source tracker-radar crawl of November 2024
 * @source Open-Cookie-Database@0ee5a17
 * @source tarteaucitron.js@76151fa
 * @source npm @piwikpro/tracking-base-library@1.7.0
 * @source Piwik PRO docs for ppms.cm.api
 */
export declare function piwikPro(options?: PiwikProOptions): Service;
export default piwikPro;
