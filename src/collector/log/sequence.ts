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
import { parseRecord } from "../../record/parseRecord.ts";
import { createTally } from "./createTally.ts";
import {
  hex,
  type Entry,
  type NoticeEntry,
  type NotTaken,
  type RecordEntry,
  type Verdict,
} from "./entry.ts";
import { flagsOf } from "./flagsOf.ts";
import { encodeLeaf, NOTICE, RECORD, type Leaf } from "./leaf.ts";

/** Who signs, for which log. */
export interface LogIdentity {
  /** First line of every checkpoint. Never changes during the life of a log. */
  readonly origin: string;
  /** Who signs each checkpoint: each signs every one. */
  readonly signers: readonly Signer[];
}

/** A verdict, and for what is new the proof that it is in the tree of the commit's checkpoint. */
export interface Outcome extends Verdict {
  /** From the leaf's sibling up; null for what was there before. */
  proof: readonly Uint8Array[] | null;
}

/** What is taken into the log beside records. */
export interface NoticeRules {
  /** New notices of one site in a day. */
  perDay: number;
}

export interface Sequencing {
  readonly wanted: Wanted;
  readonly plan: Plan;
  /** One for each entry, of the plan's last run. */
  readonly outcomes: () => (Outcome | NotTaken)[];
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
  rules?: NoticeRules,
): Sequencing {
  let outcomes: (Outcome | NotTaken)[] = [];
  const records = entries.filter((entry) => entry.kind == "record");
  const time = now();
  const day = new Date(time).toISOString().slice(0, 10);
  const sites = new Set(records.map(({ site }) => site));
  const shown = records.map(({ site, notice }) => ({ site, notice: hex(notice) }));
  const pooled = [...sites].flatMap((site) => [
    { site, notice: "" },
    { site, notice: "other" },
  ]);
  return {
    wanted: {
      hashes: entries.flatMap((entry) =>
        entry.kind == "record" ? [entry.hash, entry.previous, entry.notice] : [entry.hash],
      ),
      ids: records.map(({ id }) => id),
      places: records,
      tally: { day, banners: [...shown, ...pooled] },
      notices: entries.flatMap((entry) => (entry.kind == "notice" ? [entry.hash] : [])),
    },
    plan(seen) {
      const added = place(entries, seen, { time, day, rules });
      const { frontier } = seen.head;
      const tree = batchTree(
        frontier,
        added.leaves.map((leaf) => leaf.leafHash),
      );
      outcomes = added.verdicts.map((verdict) =>
        "code" in verdict
          ? verdict
          : {
              ...verdict,
              proof: verdict.index < frontier.size ? null : tree.prove(verdict.index),
            },
      );
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

type Placed = Omit<Addition, "nodes" | "seal"> & { verdicts: (Verdict | NotTaken)[] };

function place(
  entries: readonly Entry[],
  seen: Seen,
  { time, day, rules }: { time: number; day: string; rules: NoticeRules | undefined },
): Placed {
  const leaves: LeafRow[] = [];
  const bodies: Body[] = [];
  const notices: Notice[] = [];
  const tally = createTally(seen, day);
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
  const known = (notice: string) => seen.leaves.has(notice) || batch.hashes.has(notice);
  const addNotice = (entry: NoticeEntry, key: string): Verdict | NotTaken => {
    const before = seen.namers.get(key) ?? [];
    const beside = entries.find((it) => it.kind == "record" && hex(it.notice) == key);
    const site = before[0]?.site ?? (beside?.kind == "record" ? beside.site : null);
    if (rules) {
      if (site == null) return { code: "notice-not-wanted" };
      if (!tally.takeNotice(site, rules.perDay)) return { code: "too-many-notices" };
    }
    const row = add({ kind: NOTICE, site: "", hash: entry.hash, received: time, flags: 0 });
    notices.push({ index: row.index, hash: entry.hash, text: entry.text });
    for (const { site: of, received, text } of before) {
      const record = new Date(received).toISOString().startsWith(day) ? parseRecord(text) : null;
      if (record && typeof record == "object") tally.move({ ...record, site: of }, key);
    }
    return { status: "stored", index: row.index, leaf: encodeLeaf(row) };
  };
  const addRecord = (entry: RecordEntry): Verdict => {
    const conflict = seen.ids.has(entry.id) || batch.ids.has(entry.id);
    const { id, subject, site, previous, event, notice, text } = entry;
    const flags = flagsOf(entry, seen, batch, time);
    const row = add({ kind: RECORD, site, hash: entry.hash, received: time, flags });
    const { index } = row;
    batch.ids.add(id);
    batch.places.add(placeKey(entry));
    bodies.push({ index, id, subject, site, previous, received: time, event, notice, text });
    tally.add(entry, known(hex(notice)) ? hex(notice) : "");
    return { status: conflict ? "conflict" : "stored", index, leaf: encodeLeaf(row) };
  };
  const log = (entry: Entry): Verdict | NotTaken => {
    const key = hex(entry.hash);
    const earlier = seen.leaves.get(key) ?? batch.hashes.get(key);
    if (earlier) return { status: "duplicate", index: earlier.index, leaf: encodeLeaf(earlier) };
    return entry.kind == "notice" ? addNotice(entry, key) : addRecord(entry);
  };
  const verdicts = entries.map(log);
  return { leaves, bodies, notices, sums: tally.sums(), verdicts };
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
