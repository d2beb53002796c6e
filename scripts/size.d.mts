/** One limit, what it weighs, and why it fails (or an empty text). */
export interface SizeRow {
  what: string;
  files: string[];
  /** Bytes after brotli. */
  bytes: number;
  limit: number;
  problem: string;
  /** A file that may be missing is missing. */
  absent: boolean;
}
/** Bytes of one file below `dist/` after brotli (quality 11). */
export function weigh(file: string): number;
export function measure(): SizeRow[];
