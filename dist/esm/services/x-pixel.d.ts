import type { Service } from "../core/service.ts";
import type { ServiceOptions } from "./kit/options.ts";
export interface XPixelOptions extends ServiceOptions {
    /** Pixel id. Absent: the page's own markup starts it. */
    id?: string;
}
/**
 * X (Twitter) Pixel. X documents no consent call: a withdrawal reloads.
 *
 * @confidence medium
 * @source tracker-radar crawl of November 2024
 * @source Open-Cookie-Database@0ee5a17
 * @source nuxt/scripts@5052a9fd
 * @source tarteaucitron.js@76151fa
 * @unverified _twclid and _twpid: not seen on a first visit
 */
export declare function xPixel(options?: XPixelOptions): Service;
export default xPixel;
