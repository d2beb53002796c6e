import type { Service } from "../core/service.ts";
import type { ServiceOptions } from "./kit/options.ts";
export interface MouseflowOptions extends ServiceOptions {
    /** Website id, a UUID. Absent: the page's own markup starts it. */
    id?: string;
}
/**
 * Mouseflow session recording and heat maps. `stop` ends the recording, `start` begins a new one.
 *
 * @confidence high
 * @source tracker-radar crawl of November 2024
 */
export declare function mouseflow(options?: MouseflowOptions): Service;
export default mouseflow;
