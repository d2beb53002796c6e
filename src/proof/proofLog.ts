import type { ProblemCode } from "../core/problems/problem.ts";
import type { ChainReport, SealedRecord } from "../record/consentRecord.ts";
import type { Entry } from "./entry.ts";

export type { Entry } from "./entry.ts";

/** The ledger of this browser's decisions. It only grows; what it cannot keep it reports. */
export interface ProofLog {
  /**
   * Opens the empty database, and fetches the sender where there is a collector, so that a decision
   * survives a window closed right after it. Called when the visitor first reaches the banner;
   * nothing is made on the device before that. `notice` is what is shown now, if it is known: hashing
   * it early makes the click lighter.
   */
  open(notice?: string): Promise<void>;
  /**
   * Seals a decision after the last one and keeps it. Resolves when it is on the device (or in
   * memory, where the device refuses), before anything is sent. Rejects only for an impossible date.
   */
  append(entry: Entry): Promise<SealedRecord>;
  /** Every readable record, oldest first. Makes no database where there is none. */
  records(): Promise<SealedRecord[]>;
  /** Computes every chain again from its texts. `firstBad` counts all kept records, oldest first. */
  verify(): Promise<ChainReport>;
  /** Everything that is kept, byte for byte, as JSON lines. See `docs/proof.md`. */
  export(): Promise<string>;
  /** How many records wait for the collector; if any, sending them starts. */
  pending(): Promise<number>;
  /** Stops sending, closes the database, removes every listener. The records stay. */
  close(): void;
}

/** How delivery stands, reported after each attempt. */
export interface DeliveryStatus {
  /** Records that wait for the collector. */
  pending: number;
  /** Records that the collector refused for good. They are kept, on the device, in `quarantine`. */
  quarantined: number;
  /**
   * HTTP status of the last attempt if it failed: 0 where nothing answered, 200 where the answer
   * named no record. Null if it did not fail.
   */
  error: number | null;
}

/** The world, as far as the log needs it. */
export interface ProofEnv {
  /** The browser's databases; undefined where they are denied. */
  indexedDB: IDBFactory | undefined;
  /** What stands in where there is no database; undefined where it is denied. */
  localStorage: Storage | undefined;
  /** Lets one tab send at a time; undefined where the browser has no locks. */
  locks: LockManager | undefined;
  /** Sends records to the collector. */
  fetch: typeof fetch;
  /** Milliseconds since 1970. */
  now(): number;
  /**
   * So many random bytes, fit for cryptography.
   *
   * @param bytes how many
   */
  random(bytes: number): Uint8Array;
  /** Address that stores records, or empty: they stay in the browser. */
  collector: string;
  /** For `pagehide`, `pageshow`, `visibilitychange`, `online`, and `navigator.sendBeacon`. */
  window: Window | undefined;
  /** Hears how delivery stands (`status`), after each attempt. */
  onDelivery?(status: DeliveryStatus): void;
  /** Reports a problem; `at` says where. */
  report(code: ProblemCode, at: string): void;
}
