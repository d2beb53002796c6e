import type { Service } from "../core/service.ts";
import type { ServiceOptions } from "./kit/options.ts";
/**
 * Dailymotion videos in a frame. It shows advertising; its script form writes first-party cookies,
 * the frame does not.
 *
 * @confidence medium
 * @source tracker-radar crawl of November 2024
 * @source tarteaucitron.js@76151fa
 * @unverified storage inside the frame
 */
export declare function dailymotion(options?: ServiceOptions): Service;
export default dailymotion;
