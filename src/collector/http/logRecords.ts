import { hex, type Entry } from "../log/entry.ts";
import type { GroupCommit } from "../log/groupCommit.ts";
import { FLAGS } from "../log/leaf.ts";
import type { Outcome } from "../log/sequence.ts";
import type { TreeReader } from "../merkle/treeReader.ts";
import { checkEntry, type EntryRules, type LineCode } from "./checkEntry.ts";
import type { Limits } from "./limits.ts";
import { Refusal } from "./refusal.ts";

/** What became of one line. */
export interface Result {
  /** Which line of the request, from 0. */
  line: number;
  /** Id of the record, or SHA-256 of the notice; null where the line is no record at all. */
  id: string | null;
  /** `stored`, `duplicate` and `conflict` are in the log for good; `rejected` is nowhere. */
  status: "stored" | "duplicate" | "conflict" | "rejected";
  code?: LineCode;
  /** For `record-invalid`: the field that does not fit. */
  field?: string;
}

/** What a visitor keeps: with the answer's checkpoint, proof that the record is in the log. */
export interface Receipt {
  id: string;
  /** Place in the log. */
  index: number;
  /** The leaf's bytes, base64. */
  leaf: string;
  /** Inclusion proof in the tree of the answer's checkpoint, base64, from the leaf's sibling up. */
  proof: string[];
}

/** Body of the answer to `POST /v1/records` and `PUT /v1/records/{id}`. */
export interface Answer {
  results: Result[];
  /** Signed checkpoint that covers every receipt of this answer. */
  checkpoint: string;
  receipts: Receipt[];
  /** Hashes of notices that records named and the collector does not have: please send them. */
  wanted: string[];
}

export interface RecordLogger {
  commit: GroupCommit;
  tree: TreeReader;
  rules: EntryRules;
  limits: Limits;
}

/**
 * Checks a body's lines, logs the good ones in one commit, and words the answer. With `only` the body
 * is the one record that has this id.
 */
export async function logRecords(
  body: string,
  logger: RecordLogger,
  only?: string,
): Promise<Answer> {
  const most = only == null ? logger.limits.lines : 1;
  const lines = body.split("\n").filter((line) => line.trim());
  if (!lines.length) throw new Refusal(400, "no-lines");
  if (lines.length > most) throw new Refusal(413, "too-many-lines");

  const results: Result[] = [];
  const entries: { line: number; entry: Entry }[] = [];
  lines.forEach((text, line) => {
    const checked = checkEntry(text, logger.rules);
    if ("code" in checked) results.push({ line, ...checked, status: "rejected" });
    else if (only != null && idOf(checked) != only) {
      results.push({ line, id: idOf(checked), status: "rejected", code: "id-mismatch" });
    } else entries.push({ line, entry: checked });
  });
  // Notices first, so that a record does not miss the one that travels with it.
  entries.sort((a, b) => Number(a.entry.kind == "record") - Number(b.entry.kind == "record"));

  const { outcomes, head } = await logger.commit.submit(entries.map(({ entry }) => entry));
  const { size } = head.frontier;
  const receipts: Receipt[] = [];
  const wanted = new Set<string>();
  for (const [i, { line, entry }] of entries.entries()) {
    const outcome = outcomes[i]!;
    const id = idOf(entry);
    if ("code" in outcome) {
      results.push({ line, id, status: "rejected", code: outcome.code });
      continue;
    }
    results.push({ line, id, status: outcome.status });
    if (entry.kind == "notice") continue;
    receipts.push(await receiptOf(entry.id, outcome, size, logger.tree));
    if (outcome.leaf.at(-1)! & FLAGS.noticeless) wanted.add(hex(entry.notice));
  }
  results.sort((a, b) => a.line - b.line);
  return { results, checkpoint: head.note, receipts, wanted: [...wanted] };
}

const idOf = (entry: Entry) => (entry.kind == "record" ? entry.id : hex(entry.hash));
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64");

async function receiptOf(
  id: string,
  { index, leaf, proof }: Outcome,
  size: number,
  tree: TreeReader,
): Promise<Receipt> {
  const hashes = proof ?? (await tree.inclusion(index, size));
  return { id, index, leaf: base64(leaf), proof: hashes.map(base64) };
}
