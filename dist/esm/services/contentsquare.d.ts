import type { Service } from "../core/service.ts";
import type { ServiceOptions } from "./kit/options.ts";
export interface ContentsquareOptions extends ServiceOptions {
    /** Tag id, the name of its script. Absent: the page's own markup starts it. */
    id?: string;
}
/**
 * Contentsquare, under which newer Hotjar accounts run too.
 *
 * @confidence medium
 * @source https://docs.contentsquare.com (web view: optin, optout)
 * @source https://docs.contentsquare.com/en/web/cookies/ (7 April 2026, the head of its table)
 * @unverified request hosts, and the rest of that table
 */
export declare function contentsquare(options?: ContentsquareOptions): Service;
export default contentsquare;
