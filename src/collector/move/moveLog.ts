import { hex } from "../log/entry.ts";
import { encodeLeaf } from "../log/leaf.ts";
import { batchTree } from "../merkle/batchTree.ts";
import { rootOf } from "../merkle/frontier.ts";
import { leafHash } from "../merkle/hash.ts";
import { treeReader } from "../merkle/treeReader.ts";
import {
  TABLES_CLAIM,
  type Addition,
  type SizedNote,
  type Store,
  type Wanted,
} from "../store/store.ts";
import { StoreError } from "../store/storeError.ts";

/** Nothing has to be looked up: places and sums are as they were. */
const NOTHING: Wanted = {
  hashes: [],
  ids: [],
  places: [],
  tally: { day: "", banners: [] },
  notices: [],
};
const BATCH = 200; // entries of one transaction: what every database of the family takes

/**
 * Copies a log, entry for entry, with its checkpoints, statistics and attestations. Nothing is signed
 * again: every batch ends at a size that was signed, and must give the root that was signed. Can be
 * interrupted at any moment and called again; the target's own size says where to go on.
 *
 * No one may write to either side meanwhile. Rejects when the target holds another log.
 */
export async function moveLog(
  source: Store,
  target: Store,
  onProgress: (done: number, of: number) => void = () => {},
): Promise<number> {
  const { frontier, root } = await source.head();
  const { size } = frontier;
  const begun = await target.head();
  if (begun.frontier.size > size) throw new StoreError("broken", "the target holds more entries");
  if (begun.frontier.size) {
    const same = await treeReader(source).root(begun.frontier.size);
    if (hex(same) != hex(begun.root))
      throw new StoreError("broken", "the target holds another log");
  }
  for (let start = begun.frontier.size; start < size;) {
    onProgress(start, size);
    start = await copyBatch(source, target, start);
  }
  // Set, not added: what was copied before an interruption is copied again.
  for (let page = await source.counts(null, BATCH); page.length;) {
    await target.putCounts(page);
    page = await source.counts(page.at(-1)!, BATCH);
  }
  for (const { name, value } of await source.claims("")) {
    if (name != "pulse" && name != TABLES_CLAIM) await target.claim(name, value);
  }
  for (const kind of ["cosigned", "rfc3161"] as const) {
    const attestation = await source.attestation(kind);
    if (attestation) await target.attest(attestation);
  }
  const head = await target.head();
  if (hex(head.root) != hex(root)) throw new StoreError("broken", "the copy has another root");
  onProgress(size, size);
  return size;
}

/** Copies up to the last checkpoint within a batch; gives the new size. */
async function copyBatch(source: Store, target: Store, start: number): Promise<number> {
  const following = await source.checkpoints(start, BATCH);
  const checkpoints = following.filter((one, i) => i == 0 || one.size <= start + BATCH);
  const last = checkpoints.pop();
  if (!last) throw new StoreError("broken", "a checkpoint is missing");
  const [leaves, bodies, notices] = await Promise.all([
    source.leaves(start, last.size),
    source.bodies({}, start - 1, last.size - start),
    source.notices(start - 1, last.size - start),
  ]);
  const within = ({ index }: { index: number }) => index < last.size;
  await target.write(NOTHING, ({ head }): Addition => {
    if (head.frontier.size != start)
      throw new StoreError("broken", "somebody writes to the target");
    const hashes = leaves.map((leaf) => leafHash(encodeLeaf(leaf)));
    const tree = batchTree(head.frontier, hashes);
    return {
      leaves,
      bodies: bodies.filter(within),
      notices: notices.filter(within),
      nodes: tree.tileNodes,
      sums: { counts: [], daily: [] },
      checkpoints,
      seal(written) {
        const same = written.every((row, i) => hex(leafHash(encodeLeaf(row))) == hex(hashes[i]!));
        const next = rootOf(tree.frontier);
        if (!same || written.length != leaves.length || !isOf(last, next)) {
          throw new StoreError(
            "broken",
            `the entries up to ${last.size} are not those that were signed`,
          );
        }
        return { frontier: tree.frontier, root: next, note: last.note };
      },
    };
  });
  return last.size;
}

/** Whether a checkpoint names this root. */
function isOf({ size, note }: SizedNote, root: Uint8Array): boolean {
  const [, digits, encoded] = note.split("\n");
  return digits == String(size) && encoded == Buffer.from(root).toString("base64");
}
