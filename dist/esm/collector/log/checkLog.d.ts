import type { Store } from "../store/store.ts";
import type { LogIdentity } from "./sequence.ts";
/** Prefix of the names under which a store remembers every key that signed its log. */
export declare const KEY_CLAIM = "key ";
/**
 * Before a process signs anything: the store belongs to this log, its tree gives the root that was
 * signed last, and one of the present keys signed it. Rejects with `StoreError` otherwise. Reads some
 * eight tiles, whatever the size of the log.
 */
export declare function checkLog(store: Store, log: LogIdentity): Promise<void>;
