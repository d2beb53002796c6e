/** A consent record that passed every check and waits to be logged. */
export interface RecordEntry {
  kind: "record";
  /** 32 bytes: SHA-256 over the domain prefix, the previous hash and the text. */
  hash: Uint8Array;
  /** The exact text. */
  text: string;
  id: string;
  subject: string;
  /** Host (and port) of the page. */
  site: string;
  /** Hash of the record before it in its chain; empty for the first. */
  previous: Uint8Array;
  /** The browser's clock, milliseconds since 1970. */
  at: number;
  event: string;
  trusted: boolean;
  /** SHA-256 of what was shown. */
  notice: Uint8Array;
  /** Every category and whether it is permitted. */
  categories: Readonly<Record<string, boolean>>;
}

/** What was shown, word for word. */
export interface NoticeEntry {
  kind: "notice";
  /** SHA-256 of the text. */
  hash: Uint8Array;
  text: string;
}

export type Entry = RecordEntry | NoticeEntry;

/** Why an entry that passed every check by itself is not taken into the log. */
export type EntryCode =
  /** A notice that no record in the log or beside it names. */
  | "notice-not-wanted"
  /** More new notices of one site than a day takes. */
  | "too-many-notices"
  /** The database refused these very rows. */
  | "unstorable";

/** An entry that is nowhere. */
export interface NotTaken {
  code: EntryCode;
}

/** What became of an entry. `conflict`: kept, but its id was already used with other bytes. */
export interface Verdict {
  status: "stored" | "duplicate" | "conflict";
  /** Place in the log. */
  index: number;
  /** The leaf's bytes. */
  leaf: Uint8Array;
}

/** Lower-case hexadecimal digits: how hashes are compared and used as keys. */
export function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("hex");
}
