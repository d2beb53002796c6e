import type { Service } from "../core/service.ts";
import type { ServiceOptions } from "./kit/options.ts";
export interface SnapPixelOptions extends ServiceOptions {
    /** Pixel id, a UUID. Absent: the page's own markup starts it. */
    id?: string;
}
/**
 * Snap Pixel. Snap documents no consent call: a withdrawal reloads.
 *
 * @confidence medium
 * @source tracker-radar crawl of November 2024
 * @source Open-Cookie-Database@0ee5a17
 * @source nuxt/scripts@5052a9fd
 * @source tarteaucitron.js@76151fa
 * @unverified which entity of Snap provides it in the EEA
 */
export declare function snapPixel(options?: SnapPixelOptions): Service;
export default snapPixel;
