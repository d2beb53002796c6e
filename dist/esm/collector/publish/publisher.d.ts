import type { LogIdentity } from "../log/sequence.ts";
import type { Reporter } from "../report.ts";
import type { Head, Store } from "../store/store.ts";
/** Asks others to sign a checkpoint, each in its own way; gives the note with their lines, or null. */
export type Cosign = (head: Head) => Promise<string | null>;
export interface PublisherOptions {
    store: Store;
    log: LogIdentity;
    /** File of the high-water mark. */
    mark: string;
    /** Directory for static tiles and the checkpoint; none: they are served from the database. */
    directory?: string | undefined;
    cosign?: Cosign | undefined;
    report?: Reporter;
}
/** Shows the world what was signed. */
export interface Publisher {
    /** Publishes the newest head if it is not out yet. Rejects when something could not be written. */
    publish(): Promise<void>;
}
/**
 * Makes a publisher. The order matters: the mark first, so that no older database is ever taken up
 * again; then the tiles; then the witnesses; the checkpoint last, when everything it names is there.
 */
export declare function createPublisher(options: PublisherOptions): Publisher;
