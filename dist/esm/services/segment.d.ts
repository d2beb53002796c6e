import type { Service } from "../core/service.ts";
import type { ServiceOptions } from "./kit/options.ts";
export interface SegmentOptions extends ServiceOptions {
    /** Write key. Absent: the page's own markup starts it. */
    id?: string;
    /** Handed to `analytics.load(id, config)`, for example `{ integrations: { All: false } }`. */
    config?: Record<string, unknown>;
}
/**
 * Segment (Twilio). It loads each destination that is switched on in the workspace: name those
 * beside it. It has no call that stops it, so a withdrawal reloads.
 *
 * @confidence high
 * @source segmentio/analytics-next@0c4fa881 source
 * @source tracker-radar crawl of November 2024
 * @source nuxt/scripts@5052a9fd
 * @unverified hosts and storage in part: from practice, not from a document of the vendor
 */
export declare function segment(options?: SegmentOptions): Service;
export default segment;
