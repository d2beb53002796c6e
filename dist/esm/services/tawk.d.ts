import type { Service } from "../core/service.ts";
import type { ServiceOptions } from "./kit/options.ts";
export interface TawkOptions extends ServiceOptions {
    /**
     * Property and widget as in the embed address, `<property>/<widget>`. Absent: the page's markup
     * starts it.
     */
    id?: string;
}
/**
 * tawk.to chat. `shutdown` disconnects it.
 *
 * @confidence high
 * @source tracker-radar crawl of November 2024
 * @source Open-Cookie-Database@0ee5a17
 * @source tarteaucitron.js@76151fa
 */
export declare function tawk(options?: TawkOptions): Service;
export default tawk;
