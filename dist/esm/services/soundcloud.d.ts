import type { Service } from "../core/service.ts";
import type { ServiceOptions } from "./kit/options.ts";
/**
 * SoundCloud players in a frame.
 *
 * @confidence low
 * @source tarteaucitron.js@76151fa
 * @source tracker-radar crawl of November 2024
 * @unverified storage inside the frame
 */
export declare function soundcloud(options?: ServiceOptions): Service;
export default soundcloud;
