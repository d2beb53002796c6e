import type { Service } from "../core/service.ts";
import type { ServiceOptions } from "./kit/options.ts";
/**
 * Calendly appointment pages in a frame.
 *
 * @confidence medium
 * @source tracker-radar crawl of November 2024
 * @source nuxt/scripts@5052a9fd
 * @source tarteaucitron.js@76151fa
 * @unverified storage inside the frame
 */
export declare function calendly(options?: ServiceOptions): Service;
export default calendly;
