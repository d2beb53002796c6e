import type { Service } from "../core/service.ts";
import type { ServiceOptions } from "./kit/options.ts";
export interface OptimizelyOptions extends ServiceOptions {
    /** Project or snippet id, digits. Absent: the page's own markup starts it. */
    id?: number | string;
}
/**
 * Optimizely Web Experimentation. Its opt-out is a cookie for ten years, so it is left alone; a
 * withdrawal reloads.
 *
 * @confidence medium
 * @source tracker-radar crawl of November 2024
 * @source Open-Cookie-Database@0ee5a17
 * @unverified the legal entity in the EEA
 */
export declare function optimizely(options?: OptimizelyOptions): Service;
export default optimizely;
