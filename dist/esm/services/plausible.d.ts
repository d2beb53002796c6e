import type { Service } from "../core/service.ts";
import type { ServiceOptions } from "./kit/options.ts";
export interface PlausibleOptions extends ServiceOptions {
    /** Name of the site's own script, `pa-…`. Absent: the page's own markup starts it. */
    id?: string;
    /** Where the script comes from. Default `"https://plausible.io"`. */
    host?: string;
    /** Handed to `plausible.init(config)`. */
    config?: Record<string, unknown>;
}
/**
 * Plausible Analytics: no cookies, no lasting id. Its own opt-out is for people who exclude their
 * own visits, so it is never touched here; a withdrawal reloads.
 *
 * @confidence high
 * @source plausible/docs (2026-07-24)
 * @source nuxt/scripts@5052a9fd
 * @source tracker-radar crawl of November 2024
 * @source Open-Cookie-Database@0ee5a17
 */
export declare function plausible(options?: PlausibleOptions): Service;
export default plausible;
