import type { Service } from "../core/service.ts";
import type { ServiceOptions } from "./kit/options.ts";
/**
 * OpenStreetMap as an embedded frame, or its tiles in a map of the site's own.
 *
 * @confidence medium
 * @source tracker-radar crawl of November 2024
 * @source tarteaucitron.js@76151fa
 * @unverified cookies inside the frame
 */
export declare function openstreetmap(options?: ServiceOptions): Service;
export default openstreetmap;
