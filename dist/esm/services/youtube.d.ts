import type { Service } from "../core/service.ts";
import type { ServiceOptions } from "./kit/options.ts";
/**
 * YouTube videos in a frame; `youtube-nocookie.com` writes storage and talks to Google's hosts
 * too.
 *
 * @confidence high
 * @source Open-Cookie-Database@0ee5a17
 * @source tracker-radar crawl of November 2024
 * @source tarteaucitron.js@76151fa
 * @source https://support.google.com/youtube/answer/171780
 */
export declare function youtube(options?: ServiceOptions): Service;
export default youtube;
