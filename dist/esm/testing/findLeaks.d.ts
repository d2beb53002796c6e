import type { Site } from "./readSite.ts";
import type { Leak, SeenRequest, Snapshot, WatchOptions } from "./watch.ts";
/** What was seen, and what may be. */
export interface Evidence extends Pick<WatchOptions, "own" | "allow"> {
    requests: readonly SeenRequest[];
    stored: Snapshot;
    /** What lay there when the watch began. */
    before: Snapshot;
    /** Hosts of the site itself. */
    pages: readonly string[];
    site: Site | null;
    /** Ids of the services that may run. */
    permitted: readonly string[];
    /** Whether a decision was made: before it the library itself may keep nothing but an empty database. */
    decided: boolean;
}
/** What was requested or stored beyond the site's own hosts, what it allows, and who is permitted. */
export declare function findLeaks(evidence: Evidence): Leak[];
/** Of what is stored, what a service declares and must be gone once it is not permitted. */
export declare function findRemains(stored: Snapshot, site: Site, id: string, permitted: string[]): Leak[];
