import type { Service } from "../core/service.ts";
import type { ServiceOptions } from "./kit/options.ts";
export interface SmartsuppOptions extends ServiceOptions {
    /** Account key, 40 hexadecimal digits. Absent: the page's own markup starts it. */
    id?: string;
}
/**
 * Smartsupp live chat. Its consent calls stop visit counting only, and its socket stays open: a
 * withdrawal reloads.
 *
 * @confidence high
 * @source tarteaucitron.js@76151fa
 * @source tracker-radar crawl of November 2024
 * @source ghostery/trackerdb@0448d4bf
 * @source https://help.smartsupp.com/dashboard/cookie-consent
 * @source https://www.ccm19.de (Smartsupp entry)
 */
export declare function smartsupp(options?: SmartsuppOptions): Service;
export default smartsupp;
