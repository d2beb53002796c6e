import type { Service } from "../core/service.ts";
import type { ServiceOptions } from "./kit/options.ts";
export interface MetaPixelOptions extends ServiceOptions {
    /** Pixel id, digits. Absent: the page's own markup starts it. */
    id?: number | string;
}
/**
 * Meta (Facebook) Pixel. `revoke` holds events and sends them at the next grant, so a withdrawal
 * also reloads.
 *
 * @confidence high
 * @source tracker-radar crawl of November 2024
 * @source Open-Cookie-Database@0ee5a17
 * @source nuxt/scripts@5052a9fd
 * @source c15t@cfcbbf85
 * @source tarteaucitron.js@76151fa
 * @source https://developers.facebook.com/docs/meta-pixel/implementation/gdpr
 */
export declare function metaPixel(options?: MetaPixelOptions): Service;
export default metaPixel;
