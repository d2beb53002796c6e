import type { Service } from "../core/service.ts";
import type { ServiceOptions } from "./kit/options.ts";
export interface KameleoonOptions extends ServiceOptions {
    /** Site code, ten letters and digits. Absent: the page's own markup starts it. */
    id?: string;
}
/**
 * Kameleoon experiments. Its consent policy must be on in the account for the two calls to mean
 * something.
 *
 * @confidence high
 * @source tracker-radar crawl of November 2024
 * @source tarteaucitron.js@76151fa
 * @source Kameleoon engine code and Usercentrics/tarteaucitron bridges
 */
export declare function kameleoon(options?: KameleoonOptions): Service;
export default kameleoon;
