import type { Service } from "../core/service.ts";
import type { ServiceOptions } from "./kit/options.ts";
/**
 * Posts and timelines of X (Twitter). Its script stays when its frames are taken away: a withdrawal
 * reloads.
 *
 * @confidence medium
 * @source Open-Cookie-Database@0ee5a17
 * @source tarteaucitron.js@76151fa
 * @source tracker-radar crawl of November 2024
 * @source nuxt/scripts@5052a9fd
 * @unverified storage inside the frame
 */
export declare function xEmbed(options?: ServiceOptions): Service;
export default xEmbed;
