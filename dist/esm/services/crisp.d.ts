import type { Service } from "../core/service.ts";
import type { ServiceOptions } from "./kit/options.ts";
export interface CrispOptions extends ServiceOptions {
    /** Website id, a UUID. Absent: the page's own markup starts it. */
    id?: string;
}
/**
 * Crisp chat. `session:reset` forgets the visitor, but the socket stays open: a withdrawal
 * reloads. The names of its cookies hold a slash, which the browser may show as `%2F`.
 *
 * @confidence high
 * @source tracker-radar crawl of November 2024
 * @source Open-Cookie-Database@0ee5a17
 * @source nuxt/scripts@5052a9fd
 * @source tarteaucitron.js@76151fa
 * @source npm crisp-sdk-web@1.2.1
 */
export declare function crisp(options?: CrispOptions): Service;
export default crisp;
