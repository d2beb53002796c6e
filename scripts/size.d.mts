/** One limit, what it weighs, and why it fails (or an empty text). */
export interface SizeRow {
  what: string;
  files: string[];
  /** Bytes after brotli. */
  bytes: number;
  limit: number;
  problem: string;
}
/** Files that a first visit in English fetches without a click. */
export const FIRST_VISIT: readonly string[];
/** The most that files may weigh together. */
export const LIMITS: readonly { what: string; files: readonly string[]; limit: number }[];
/** Bytes of one file below `dist/` after brotli (quality 11). */
export function weigh(file: string): number;
export function measure(): SizeRow[];
