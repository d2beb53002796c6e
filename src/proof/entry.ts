import type { RecordEvent } from "../record/consentRecord.ts";

/** All that the caller knows of a decision. The log adds id, sequence, previous hash, salt and hashes. */
export interface Entry {
  /** Random id of this browser's choices. Counts for the first record of a chain; the others carry on with it. */
  subject: string;
  /** What happened. */
  event: RecordEvent;
  /** What was asked for: `accept-all`, `reject-all`, `save`, `withdraw`. */
  method: string;
  /** Where it came from: banner, preferences, placeholder, toggle, api, gpc, import, agent. */
  source: string;
  /** When it was decided, in milliseconds since 1970. */
  at: number;
  /** When the choice ends, in milliseconds since 1970. */
  expiresAt: number;
  /** Name of the controller. */
  controller: string;
  /** Every category that was asked for, and whether it is permitted. */
  categories: Readonly<Record<string, boolean>>;
  /** Every service, and whether it is permitted. */
  services: Readonly<Record<string, boolean>>;
  /** The snapshot: exactly what was shown, as one text; empty where nothing was shown. */
  notice: string;
  /** Language shown, BCP 47, or empty where nothing was shown. */
  language: string;
  /** The whole number `revision` of the site's configuration. */
  revision: number;
  /** Address of the page. What follows `?` or `#` is cut off before anything is kept. */
  page: string;
  /** Whether Global Privacy Control was on. */
  gpc: boolean;
  /** Whether the page stood in a frame of another origin. */
  framed?: boolean;
  /** Version of this library, and a hash of the sources that it was built from. */
  library: { version: string; build: string };
  /** True when a real user event asked for it. */
  trusted: boolean;
}
