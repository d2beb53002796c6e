import type { RecordRow } from "./recordStore.ts";

/** Records and bytes in one request. The keepalive bodies of a page may be 64 KiB together (Fetch). */
const MOST = 20;
const LARGEST = 16_384;

/** Lines of JSON, each with the text that was sealed and its hash. */
export function bodyOf(rows: readonly RecordRow[]): string {
  return rows.map(({ text, hash }) => JSON.stringify({ text, hash })).join("\n");
}

/** The first rows that fit one request: `most` of them or fewer, and always one. */
export function batch(rows: readonly RecordRow[], most: number = MOST): RecordRow[] {
  const some = rows.slice(0, most);
  while (some.length > 1 && new TextEncoder().encode(bodyOf(some)).length > LARGEST) some.pop();
  return some;
}
