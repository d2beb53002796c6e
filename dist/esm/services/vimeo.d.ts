import type { Service } from "../core/service.ts";
import type { ServiceOptions } from "./kit/options.ts";
/**
 * Vimeo videos in a frame. `dnt=1` in its address stops Vimeo's analytics, not the transfer of the
 * IP address.
 *
 * @confidence high
 * @source Open-Cookie-Database@0ee5a17
 * @source tracker-radar crawl of November 2024
 * @source tarteaucitron.js@76151fa
 * @source https://help.vimeo.com/hc/en-us/articles/26080940921361-Vimeo-Player-Cookies
 * @source npm @vimeo/player@2.30.4
 */
export declare function vimeo(options?: ServiceOptions): Service;
export default vimeo;
