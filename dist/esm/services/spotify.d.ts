import type { Service } from "../core/service.ts";
import type { ServiceOptions } from "./kit/options.ts";
/**
 * Spotify players in a frame.
 *
 * @confidence medium
 * @source Open-Cookie-Database@0ee5a17
 * @source tarteaucitron.js@76151fa
 * @source tracker-radar crawl of November 2024
 * @unverified storage inside the frame beside sp_t and sp_landing
 */
export declare function spotify(options?: ServiceOptions): Service;
export default spotify;
