/** One limit, what it weighs, and why it fails (or an empty text). */
export interface SizeRow {
  what: string;
  files: string[];
  /** Bytes after brotli. */
  bytes: number;
  limit: number;
  problem: string;
}
/** Bytes of a file's text after brotli (quality 11), whichever sources it was built from. */
export function weighText(text: string): number;
/** Bytes of one file below `dist/` after brotli (quality 11). */
export function weigh(file: string): number;
export function measure(): SizeRow[];
/** The tables of docs/reference/sizes.md as Markdown, not aligned. */
export function sizeTables(): { limits: string; files: string };
