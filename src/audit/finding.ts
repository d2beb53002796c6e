import type { RuleId } from "./rules.ts";

/** `error` and `warning` end the command with 1; a `note` is for a person to weigh. */
export type Level = "error" | "warning" | "note";

/** Where in a file, counted from 1; columns in UTF-16 units, as editors count. */
export interface FilePlace {
  /** Path below the folder that was audited, with `/`. */
  file: string;
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
}

/** Which page, and what the visitor had done. */
export interface PagePlace {
  page: string;
  state: string;
}

/** A change of the file's bytes, from the offset `start` up to `end`. */
export interface Edit {
  start: number;
  end: number;
  text: string;
}

/** One thing that is not as it should be. */
export interface Finding {
  /** The same on every run for the same thing, wherever its line has moved to. For baselines. */
  id: string;
  rule: RuleId;
  level: Level;
  place: FilePlace | PagePlace;
  /** Id of the service of the catalogue or the site, or empty. */
  service: string;
  /** What was seen: an address without its query, or a name. */
  what: string;
  /** One sentence: what is wrong. */
  message: string;
  /** What to write or to do. */
  fix: string;
  /** What `--fix` does. Absent where a person must decide. */
  edits?: readonly Edit[];
  /** Of a live finding: what shows it. */
  evidence?: Readonly<Record<string, unknown>>;
}

/** A finding that is not yet numbered. */
export type Raw = Omit<Finding, "id">;

/** What was not read, and why: an audit that hides its blind spots would vouch for them. */
export interface Unread {
  file: string;
  /** From 1; 0 for the whole file. */
  line: number;
  why: string;
}
