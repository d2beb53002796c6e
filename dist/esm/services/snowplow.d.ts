import type { Service } from "../core/service.ts";
import type { ServiceOptions } from "./kit/options.ts";
export interface SnowplowOptions extends ServiceOptions {
    /** Address of sp.js. Absent, or without `collector`: the page's own markup starts it. */
    script?: string;
    /** Address of the collector. */
    collector?: string;
    /** Application id. */
    appId?: string;
    /** Handed to `newTracker`, beside the application id. */
    config?: Record<string, unknown>;
}
/**
 * Snowplow with the site's own collector. Anonymous tracking still sends events, so a withdrawal
 * reloads.
 *
 * @confidence high
 * @source snowplow/documentation
 * @source npm @snowplow/browser-tracker-core@4.10.2
 * @source Open-Cookie-Database@0ee5a17
 */
export declare function snowplow(options?: SnowplowOptions): Service;
export default snowplow;
