import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { unifiedDiff } from "../../lib/unifiedDiff.ts";
import type { Edit, Finding } from "../finding.ts";
import { replaceFile } from "../replaceFile.ts";
import { applyEdits } from "./applyEdits.ts";
import { decode } from "./places.ts";

/** What was marked. */
export interface Fixed {
  files: number;
  /** Findings whose elements are marked now. */
  findings: ReadonlySet<string>;
  diff: string;
}

/**
 * Marks in place what was found. Only the bytes of the reported elements change, and each file is replaced
 * as a whole, so that none is ever half written.
 *
 * @param dry Writes nothing; the diff says what would change.
 */
export async function fixFolder(
  folder: string,
  findings: readonly Finding[],
  dry: boolean,
): Promise<Fixed> {
  const byFile = new Map<string, { edits: Edit[]; ids: string[] }>();
  for (const { id, place, edits } of findings) {
    if (!("file" in place) || !edits?.length) continue;
    const entry = byFile.get(place.file) ?? { edits: [], ids: [] };
    entry.edits.push(...edits);
    entry.ids.push(id);
    byFile.set(place.file, entry);
  }
  const fixed = new Set<string>();
  let diff = "";
  for (const [file, { edits, ids }] of byFile) {
    const path = join(folder, file);
    const before = await readFile(path, "latin1");
    const after = applyEdits(before, edits);
    if (before == after) continue;
    diff += unifiedDiff(file, decode(before), decode(after));
    for (const id of ids) fixed.add(id);
    if (dry) continue;
    await replaceFile(path, Buffer.from(after, "latin1"));
  }
  return { files: byFile.size, findings: fixed, diff };
}
