import type { Service } from "../core/service.ts";
import type { ServiceOptions } from "./kit/options.ts";
/**
 * Instagram posts. Its script turns every matching quotation of the page into a frame.
 *
 * @confidence medium
 * @source Open-Cookie-Database@0ee5a17
 * @source tarteaucitron.js@76151fa
 * @source tracker-radar crawl of November 2024
 * @source nuxt/scripts@5052a9fd
 * @unverified storage inside the frame for a visitor without an account
 */
export declare function instagram(options?: ServiceOptions): Service;
export default instagram;
