import { equal } from "./bytes.ts";
import { heads, openHead } from "./heads.ts";
import { readLeaf } from "./leafBytes.ts";
import { readKey } from "./openNote.ts";
import type { Primitives } from "./primitives.ts";
import { emptyReport, failed, type Report } from "./report.ts";
import { seenHashes } from "./seenHashes.ts";
import type { Trust } from "./verifyExport.ts";
import { hashLeaf } from "./verifyProof.ts";
import { witnessesOf } from "./witnessesOf.ts";

/** Reads one resource of a log (`checkpoint`, `keys`, `tile/…`); rejects where it cannot be had. */
export type ReadResource = (path: string) => Promise<Uint8Array>;

const WIDTH = 256;

/**
 * Checks a whole published log (C2SP tlog-tiles): every entry against its hash, all hashes against the
 * signed root, and the earlier checkpoints on the way. The records' texts are not published, so that
 * they are checked from an export or a receipt.
 */
export async function verifyLog(
  read: ReadResource,
  trust: Trust,
  primitives: Primitives,
  onProgress: (done: number, of: number) => void = () => {},
): Promise<Report> {
  const { sha256 } = primitives;
  const report = { ...emptyReport(trust.keys.length > 0), complete: true };
  const decoder = new TextDecoder();
  const note = decoder.decode(await read("checkpoint"));
  let { keys } = trust;
  if (!report.pinned) {
    const offered = decoder
      .decode(await read("keys"))
      .split("\n")
      .filter(Boolean);
    keys = offered.map((key) => readKey(key, sha256)).filter((key) => key != null);
  }
  const head = await openHead(note, keys, primitives);
  if (!head) return failed(report, "The log's checkpoint is not signed by a trusted key.");
  report.checkpoint = head.checkpoint;
  report.signatures = head.signatures;
  const { size } = head.checkpoint;
  report.witnessed = await witnessesOf(note, size, trust.witnesses, primitives);
  const tree = heads(head.checkpoint, sha256);
  for (const [text, whose] of [
    ...trust.earlier.map((one) => [one, "kept from earlier"]),
    [note, "of the log"],
  ]) {
    const wrong = tree.expect(await openHead(text!, keys, primitives), whose!);
    if (wrong) return failed(report, wrong);
  }

  const none = tree.disagreement();
  if (none) return failed(report, none);

  const seen = seenHashes();
  for (let start = 0; start < size; start += WIDTH) {
    const width = Math.min(WIDTH, size - start);
    const path = tilePath(start / WIDTH, width);
    const [hashes, bundle] = await Promise.all([
      read(`tile/0/${path}`),
      read(`tile/entries/${path}`),
    ]);
    const entries = split(bundle);
    if (hashes.length != width * 32 || entries?.length != width) {
      return failed(report, "A tile has a wrong size.", start, start + width - 1);
    }
    for (const [i, bytes] of entries.entries()) {
      const index = start + i;
      const leaf = readLeaf(bytes);
      const leafHash = hashLeaf(bytes, sha256);
      if (!leaf) return failed(report, "It is not an entry of such a log.", index);
      if (!equal(leafHash, hashes.slice(i * 32, i * 32 + 32))) {
        return failed(report, "The entry does not give the hash in the tile.", index);
      }
      if (seen.has(leaf.hash))
        return failed(report, "The same entry stands in the log before.", index);
      seen.add(leaf.hash);
      if (leaf.kind == "notice") report.notices++;
      else report.records++;
      const off = tree.add(leafHash);
      if (off) return failed(report, off, tree.agreed(), index);
    }
    onProgress(start + width, size);
  }
  return { ...report, ok: true };
}

/** `x001/x234/067`, with `.p/W` for a partial tile (C2SP tlog-tiles, "Merkle Tree"). */
function tilePath(index: number, width: number): string {
  let rest = Math.floor(index / 1000);
  let path = String(index % 1000).padStart(3, "0");
  for (; rest; rest = Math.floor(rest / 1000)) {
    path = `x${String(rest % 1000).padStart(3, "0")}/${path}`;
  }
  return width < WIDTH ? `${path}.p/${width}` : path;
}

/** Entries of a bundle, each behind its length in two bytes; null where they do not add up. */
function split(bundle: Uint8Array): Uint8Array[] | null {
  const out: Uint8Array[] = [];
  let at = 0;
  while (at + 2 <= bundle.length) {
    const length = bundle[at]! * 256 + bundle[at + 1]!;
    out.push(bundle.slice(at + 2, at + 2 + length));
    at += 2 + length;
  }
  return at == bundle.length ? out : null;
}
