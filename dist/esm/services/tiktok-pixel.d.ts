import type { Service } from "../core/service.ts";
import type { ServiceOptions } from "./kit/options.ts";
export interface TiktokPixelOptions extends ServiceOptions {
    /** Pixel id. Absent: the page's own markup starts it. */
    id?: string;
}
/**
 * TikTok Pixel. Its queue is an array with methods that push arrays, not a function like Meta's.
 *
 * @confidence high
 * @source https://ads.tiktok.com/help/article/how-to-use-cookies-with-tiktok-pixel
 * @source tracker-radar crawl of November 2024
 * @source Open-Cookie-Database@0ee5a17
 * @source nuxt/scripts@5052a9fd
 * @source tarteaucitron.js@76151fa
 * @source https://business-api.tiktok.com/portal/docs/pixel-cookie-consent-mode/v1.3
 * @unverified names in sessionStorage beside the ones listed (they start with tt_)
 */
export declare function tiktokPixel(options?: TiktokPixelOptions): Service;
export default tiktokPixel;
