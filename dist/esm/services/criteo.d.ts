import type { Service } from "../core/service.ts";
import type { ServiceOptions } from "./kit/options.ts";
export interface CriteoOptions extends ServiceOptions {
    /** Account number. Absent: the page's own markup starts it. */
    id?: number | string;
    /**
     * Kind of site: desktop, mobile or tablet. Default `"d"`. The page itself pushes what is viewed.
     */
    siteType?: "d" | "m" | "t";
}
/**
 * Criteo OneTag. There is no call outside the IAB framework that stops it: a withdrawal reloads.
 *
 * @confidence high
 * @source tracker-radar crawl of November 2024
 * @source tarteaucitron.js@76151fa
 * @unverified hosts and storage in part: from practice, not from a document of the vendor
 */
export declare function criteo(options?: CriteoOptions): Service;
export default criteo;
