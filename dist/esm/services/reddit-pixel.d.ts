import type { Service } from "../core/service.ts";
import type { ServiceOptions } from "./kit/options.ts";
export interface RedditPixelOptions extends ServiceOptions {
    /** Pixel id, `t2_…` or `a2_…`. Absent: the page's own markup starts it. */
    id?: string;
}
/**
 * Reddit Pixel. Its consent call stops cookies but not events: a withdrawal reloads.
 *
 * @confidence medium
 * @source tracker-radar crawl of November 2024
 * @source Open-Cookie-Database@0ee5a17
 * @source nuxt/scripts@5052a9fd
 * @source tarteaucitron.js@76151fa
 * @unverified enableFirstPartyCookies and disableFirstPartyCookies are not in the help centre
 */
export declare function redditPixel(options?: RedditPixelOptions): Service;
export default redditPixel;
