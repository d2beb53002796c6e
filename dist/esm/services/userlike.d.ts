import type { Service } from "../core/service.ts";
import type { ServiceOptions } from "./kit/options.ts";
export interface UserlikeOptions extends ServiceOptions {
    /** Widget key, 64 hexadecimal digits. Absent: the page's own markup starts it. */
    id?: string;
}
/**
 * Userlike (Lime Connect) messenger. No call that stops it is documented: a withdrawal reloads.
 *
 * @confidence medium
 * @source tarteaucitron.js@76151fa
 * @source tracker-radar crawl of November 2024
 * @source npm @userlike/messenger@1.3.2
 * @unverified lifetime of uslk_s and uslk_e
 */
export declare function userlike(options?: UserlikeOptions): Service;
export default userlike;
