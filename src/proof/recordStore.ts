/** A sealed record. Its key begins with its chain and sequence: see `recordKey`. */
export interface RecordRow {
  key: string;
  id: string;
  text: string;
  hash: string;
}

/** A record that the collector refused for good, and why. Same key as the record. */
export interface QuarantineRow extends RecordRow {
  code: string;
}

/** What the collector answered for a record. Same key as the record. */
export interface ReceiptRow {
  key: string;
  checkpoint?: unknown;
  receipt?: unknown;
}

/** When to send again. One row, `"next"`; none while all is well. */
export interface DeliveryRow {
  key: string;
  /** Failures in a row. */
  tries: number;
  /** Not before this time, in milliseconds since 1970. */
  at: number;
  /** HTTP status of the last failure; 0 where nothing answered. */
  status: number;
}

/** The stores and what lies in them. */
export interface Rows {
  records: RecordRow;
  /** Copy of the newest record of each chain: a missing newest record is found by it. */
  heads: RecordRow;
  /** What was shown, once for each hash, which is its key. */
  notices: { key: string; text: string };
  /** Records that the collector has not named as stored yet. Same key as the record. */
  outbox: RecordRow;
  receipts: ReceiptRow;
  quarantine: QuarantineRow;
  delivery: DeliveryRow;
}

export type Store = keyof Rows;

/** All rows of the stores that were asked for, in that order, each in the order of its keys. */
export type View<S extends readonly Store[]> = { [I in keyof S]: Rows[S[I]][] };

/** A row to put, or, as a string, the key of a row to delete. */
export type Change = { [S in Store]: readonly [S, Rows[S] | string] }[Store];

/** One place that keeps rows. */
export interface RecordStore {
  readonly name: "indexedDB" | "localStorage" | "memory";
  /**
   * Reads whole stores, lets `plan` decide at once, writes what it says: one transaction, all or
   * nothing. Resolves when the changes are kept, rejects when the place refuses.
   *
   * Without `plan` it only reads, and makes nothing on the device: a place that does not exist yet
   * reads as empty. Without stores it writes at once: no answer is waited for that a page in its last
   * moment would not hear. If the first change is a record whose place is taken, all of it fails.
   */
  run<const S extends readonly Store[]>(
    stores: S,
    plan?: (...rows: View<S>) => readonly Change[],
  ): Promise<View<S>>;
  /** Lets go of the connection; the next call makes a new one. */
  close(): void;
}

/**
 * `00000000` is the key of a chain's head, `00000000/00000012` of a record in it: chain and sequence.
 * The order of texts is the order of chains, and one place holds one record.
 */
export function recordKey(...parts: [chain: number, sequence?: number]): string {
  return parts.map((part) => String(part).padStart(8, "0")).join("/");
}

/** Number of the chain that a head or a record belongs to. */
export function chainOf(row: { key: string }): number {
  return Number.parseInt(row.key, 10) || 0;
}
