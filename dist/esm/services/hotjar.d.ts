import type { Service } from "../core/service.ts";
import type { ServiceOptions } from "./kit/options.ts";
export interface HotjarOptions extends ServiceOptions {
    /** Site id. Absent: the page's own markup starts it. */
    id?: number | string;
}
/**
 * Hotjar recordings, heat maps and surveys. It has no documented call that stops it: after a
 * withdrawal only a reload does.
 *
 * @confidence high
 * @source Open-Cookie-Database@0ee5a17
 * @source tracker-radar crawl of November 2024
 * @source nuxt/scripts@5052a9fd
 * @source tarteaucitron.js@76151fa
 * @source c15t@cfcbbf85
 * @source npm @hotjar/browser@1.0.9
 * @source https://help.hotjar.com/hc/en-us/articles/115011789248
 */
export declare function hotjar(options?: HotjarOptions): Service;
export default hotjar;
