import type { Service } from "../core/service.ts";
import type { ServiceOptions } from "./kit/options.ts";
export interface OutbrainOptions extends ServiceOptions {
    /** Marketer id, hexadecimal. Absent: the page's own markup starts it. */
    id?: string;
}
/**
 * Outbrain (Teads) Pixel. No consent call was found: a withdrawal reloads.
 *
 * @confidence medium
 * @source tracker-radar crawl of November 2024
 * @source Open-Cookie-Database@0ee5a17
 * @source tarteaucitron.js@76151fa
 * @unverified the legal entity since the merger with Teads
 */
export declare function outbrain(options?: OutbrainOptions): Service;
export default outbrain;
