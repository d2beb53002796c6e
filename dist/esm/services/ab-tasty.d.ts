import type { Service } from "../core/service.ts";
import type { ServiceOptions } from "./kit/options.ts";
export interface AbTastyOptions extends ServiceOptions {
    /** Account id, 32 hexadecimal digits. Absent: the page's own markup starts it. */
    id?: string;
}
/**
 * AB Tasty. Whether it waits for consent is set in its account; a withdrawal reloads.
 *
 * @confidence medium
 * @source tracker-radar crawl of November 2024
 * @source Open-Cookie-Database@0ee5a17
 * @source tarteaucitron.js@76151fa
 * @unverified its own consent call
 */
export declare function abTasty(options?: AbTastyOptions): Service;
export default abTasty;
