/** What happened, in terms of ISO/IEC TS 27560 and DPV. */
export type RecordEvent =
  "given" | "renewed" | "refused" | "changed" | "withdrawn" | "expired" | "invalidated";

/**
 * One line of the proof log. It is serialised once, in this order of fields; that exact text is
 * stored, sent and hashed. Never in it: an IP address, a full user agent, a query string, an account.
 */
export interface ConsentRecord {
  /** Always `"consentry/1"`. */
  schema: "consentry/1";
  /** 128 random bits, base64url; also what makes repeated sending harmless. */
  id: string;
  /** Random id of this browser's choices; the same as in the cookie, where one of them permits something. */
  subject: string;
  /**
   * 0 for the first record of the chain.
   * A whole number.
   */
  sequence: number;
  /** Hash of the record before (64 hex digits), or null for the first. */
  previous: string | null;
  /** What happened. */
  event: RecordEvent;
  /** What was asked for: `accept-all`, `reject-all`, `save`, `withdraw`, or `lapse`. */
  method: string;
  /** Where it came from: banner, preferences, placeholder, toggle, api, gpc, import, agent. */
  source: string;
  /** Clock of the browser, UTC, ISO 8601 with milliseconds. */
  at: string;
  /** When the choice ends, UTC, ISO 8601. */
  expires: string;
  /** Legal name of who asked. */
  controller: string;
  /** Every category and whether it is permitted. */
  categories: Record<string, boolean>;
  /** Every service and whether it is permitted. */
  services: Record<string, boolean>;
  /** SHA-256 (64 hex digits) of exactly what was shown; the snapshot is kept once per hash. */
  notice: string;
  /** Language shown, BCP 47, or empty where nothing was shown. */
  language: string;
  /** The whole number `revision` of the site's configuration. */
  revision: number;
  /** Origin and path only. */
  page: string;
  /** `framed`: in a frame of another origin, where the choice ended with the page. */
  signals: { gpc: boolean; framed?: true };
  /** Version of this library, and a hash of the sources that it was built from. */
  library: { version: string; build: string };
  /** True when a real user event asked for it. */
  trusted: boolean;
  /** 128 random bits, base64url: makes the hash unguessable once the record is erased elsewhere. */
  salt: string;
}

/** A record as it is kept: the parsed fields, the exact text, and its hash. */
export type SealedRecord = ConsentRecord & {
  /** Lower-case hex of SHA-256 over the domain prefix, the previous hash and the text. */
  hash: string;
  /** The exact serialised bytes that were hashed, as text. */
  text: string;
};

/** What a chain check found. */
export interface ChainReport {
  /** Whether every record fits the one before it. */
  ok: boolean;
  /** Number of records read. */
  length: number;
  /** Index of the first record that does not fit, or null. */
  firstBad: number | null;
  /** Why, in one sentence, or null. */
  reason: string | null;
}
