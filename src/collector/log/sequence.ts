import { batchTree } from "../merkle/batchTree.ts";
import { rootOf, type Frontier } from "../merkle/frontier.ts";
import { leafHash } from "../merkle/hash.ts";
import { rootAgain } from "../merkle/rootAgain.ts";
import { checkpointText, signNote } from "../note/checkpoint.ts";
import type { Signer } from "../note/signer.ts";
import { StoreError } from "../store/storeError.ts";
import {
  placeKey,
  type Addition,
  type Body,
  type Head,
  type LeafRow,
  type Notice,
  type Plan,
  type Seen,
  type Wanted,
} from "../store/store.ts";
import { countsOf } from "./countsOf.ts";
import { hex, type Entry, type RecordEntry, type Verdict } from "./entry.ts";
import { flagsOf } from "./flagsOf.ts";
import { encodeLeaf, NOTICE, RECORD, type Leaf } from "./leaf.ts";

/** Who signs, for which log. */
export interface LogIdentity {
  /** First line of every checkpoint. Never changes during the life of a log. */
  readonly origin: string;
  readonly signers: readonly Signer[];
}

/** A verdict, and for what is new the proof that it is in the tree of the commit's checkpoint. */
export interface Outcome extends Verdict {
  /** From the leaf's sibling up; null for what was there before. */
  proof: readonly Uint8Array[] | null;
}

export interface Sequencing {
  readonly wanted: Wanted;
  readonly plan: Plan;
  /** One a entry, of the plan's last run. */
  readonly outcomes: () => Outcome[];
}

/**
 * Gives entries their places in the log: duplicates are recognised, places are dense, leaves are
 * hashed into the tree and the new head is signed, all from what one transaction has seen. The
 * signature leaves this process only when that transaction is durable.
 */
export function sequence(
  entries: readonly Entry[],
  log: LogIdentity,
  now: () => number,
): Sequencing {
  let outcomes: Outcome[] = [];
  const records = entries.filter((entry) => entry.kind == "record");
  return {
    wanted: {
      hashes: entries.flatMap((entry) =>
        entry.kind == "record" ? [entry.hash, entry.previous, entry.notice] : [entry.hash],
      ),
      ids: records.map(({ id }) => id),
      places: records,
    },
    plan(seen) {
      const added = place(entries, seen, now());
      const { frontier } = seen.head;
      const tree = batchTree(
        frontier,
        added.leaves.map((leaf) => leaf.leafHash),
      );
      outcomes = added.verdicts.map((verdict) => ({
        ...verdict,
        proof: verdict.index < frontier.size ? null : tree.prove(verdict.index),
      }));
      if (!added.leaves.length) return null;
      return {
        ...added,
        nodes: tree.tileNodes,
        seal: (written) => seal(written, added.leaves, frontier, tree.frontier, log),
      };
    },
    outcomes: () => outcomes,
  };
}

type Placed = Omit<Addition, "nodes" | "seal"> & { verdicts: Verdict[] };

function place(entries: readonly Entry[], seen: Seen, now: number): Placed {
  const leaves: LeafRow[] = [];
  const bodies: Body[] = [];
  const notices: Notice[] = [];
  const logged: { entry: RecordEntry; notice: string }[] = [];
  const batch = {
    hashes: new Map<string, LeafRow>(),
    ids: new Set<string>(),
    places: new Set<string>(),
  };

  const add = (leaf: Leaf): LeafRow => {
    const index = seen.head.frontier.size + leaves.length;
    const row = { ...leaf, index, leafHash: leafHash(encodeLeaf(leaf)) };
    leaves.push(row);
    batch.hashes.set(hex(leaf.hash), row);
    return row;
  };
  const log = (entry: Entry): Verdict => {
    const key = hex(entry.hash);
    const earlier = seen.leaves.get(key) ?? batch.hashes.get(key);
    if (earlier) return { status: "duplicate", index: earlier.index, leaf: encodeLeaf(earlier) };
    if (entry.kind == "notice") {
      const row = add({ kind: NOTICE, site: "", hash: entry.hash, received: now, flags: 0 });
      notices.push({ index: row.index, hash: entry.hash, text: entry.text });
      return { status: "stored", index: row.index, leaf: encodeLeaf(row) };
    }
    const conflict = seen.ids.has(entry.id) || batch.ids.has(entry.id);
    const row = add({
      kind: RECORD,
      site: entry.site,
      hash: entry.hash,
      received: now,
      flags: flagsOf(entry, seen, batch, now),
    });
    batch.ids.add(entry.id);
    batch.places.add(placeKey(entry));
    const { id, subject, site, previous, event, notice, text } = entry;
    bodies.push({
      index: row.index,
      id,
      subject,
      site,
      previous,
      received: now,
      event,
      notice,
      text,
    });
    const shown = hex(notice);
    logged.push({ entry, notice: seen.leaves.has(shown) || batch.hashes.has(shown) ? shown : "" });
    return { status: conflict ? "conflict" : "stored", index: row.index, leaf: encodeLeaf(row) };
  };
  const verdicts = entries.map(log);
  return { leaves, bodies, notices, counts: countsOf(logged, now), verdicts };
}

function seal(
  written: readonly LeafRow[],
  planned: readonly LeafRow[],
  before: Frontier,
  after: Frontier,
  log: LogIdentity,
): Head {
  const hashes = written.map((row) => leafHash(encodeLeaf(row)));
  const same =
    written.length == planned.length &&
    written.every(({ index, leafHash: kept }, i) => {
      const plan = planned[i]!;
      return index == plan.index && hex(kept) == hex(hashes[i]!) && hex(kept) == hex(plan.leafHash);
    });
  const root = rootOf(after);
  if (!same || hex(rootAgain(before, hashes)) != hex(root)) {
    throw new StoreError("broken", "what was written is not what was to be signed");
  }
  const text = checkpointText(log.origin, after.size, root);
  return { frontier: after, root, note: signNote(text, log.signers) };
}
