import type { Signal } from "../core/parts.ts";
export interface SnowplowSignalOptions {
    /** Which service or category answers: the first that has an answer decides. */
    ids?: string;
    /** Name of the tracker's global function. Default `"snowplow"`. */
    name?: string;
}
/**
 * Snowplow anonymous tracking, for a tracker that something else starts: off with consent, on and
 * its user data cleared without. Anonymous events still go out, so this replaces no gate.
 *
 * @confidence high
 * @source npm @snowplow/browser-tracker-core@4.10.2
 */
export declare function snowplow(options?: SnowplowSignalOptions): Signal;
export default snowplow;
