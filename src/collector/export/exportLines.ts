import { own } from "../../lib/own.ts";
import { hex } from "../log/entry.ts";
import { RECORD } from "../log/leaf.ts";
import { KEY_CLAIM } from "../log/checkLog.ts";
import { treeReader } from "../merkle/treeReader.ts";
import type { Attestation, Body, BodyFilter, LeafRow, Notice, Store } from "../store/store.ts";

const PAGE = 500; // entries read at a time

/** How far an export has come. */
export type Progress = (done: number, of: number) => void;

/**
 * The log, or a part of it, as JSON lines that `consentry verify` checks without trusting who made
 * them: a header with the checkpoint, the entries in order, the checkpoints between them, an end.
 * With a filter only matching records come, and the notices that they name, each with its own proof.
 */
export async function* exportLines(
  store: Store,
  filter: BodyFilter,
  onProgress: Progress = () => {},
): AsyncGenerator<string> {
  const { frontier, note } = await store.head();
  const { size } = frontier;
  const complete = Object.keys(filter).length == 0;
  yield JSON.stringify({
    consentry: "export/1",
    complete,
    checkpoint: note,
    keys: (await store.claims(KEY_CLAIM)).map(({ name }) => name.slice(KEY_CLAIM.length)),
  });
  for (const kind of ["cosigned", "rfc3161"] as const) {
    const attestation = await store.attestation(kind);
    // One of a larger log cannot be held to this export; the next one has it.
    if (attestation && attestation.size <= size) yield attested(store, attestation, size);
  }
  let leaves = 0;
  const source = complete ? everything(store, size) : matching(store, size, filter);
  for await (const line of source) {
    if (line.counts) {
      leaves++;
      onProgress(line.index + 1, size);
    }
    yield line.text;
  }
  yield JSON.stringify({ end: { leaves } });
}

/** What others said, with the proof that this export only adds to what they saw. */
async function attested(store: Store, attestation: Attestation, size: number): Promise<string> {
  const { kind, data } = attestation;
  const proof = await treeReader(store).consistency(attestation.size, size);
  const stamp: unknown = kind == "rfc3161" ? JSON.parse(data) : null;
  const note = kind == "rfc3161" ? own(stamp, "note") : data;
  const response = own(stamp, "response");
  const consistency = proof.map((hash) => Buffer.from(hash).toString("base64"));
  return JSON.stringify({ attestation: { kind, note, response, consistency } });
}

interface Line {
  text: string;
  /** Place of the entry; -1 for a checkpoint. */
  index: number;
  counts: boolean;
}

async function* everything(store: Store, size: number): AsyncGenerator<Line> {
  for (let start = 0; start < size; start += PAGE) {
    const end = Math.min(start + PAGE, size);
    const [leaves, bodies, notices, checkpoints] = await Promise.all([
      store.leaves(start, end),
      store.bodies({}, start - 1, PAGE),
      store.notices(start - 1, PAGE),
      store.checkpoints(start, PAGE),
    ]);
    const texts = new Map([...bodies, ...notices].map(({ index, text }) => [index, text]));
    const notes = new Map(checkpoints.map((checkpoint) => [checkpoint.size, checkpoint.note]));
    for (const leaf of leaves) {
      yield lineOf(leaf, texts.get(leaf.index));
      const checkpoint = notes.get(leaf.index + 1);
      if (checkpoint) yield { text: JSON.stringify({ checkpoint }), index: -1, counts: false };
    }
  }
}

async function* matching(store: Store, size: number, filter: BodyFilter): AsyncGenerator<Line> {
  const tree = treeReader(store);
  const named = new Set<string>();
  for await (const { notice } of bodies(store, size, filter)) named.add(hex(notice));
  const wanted: Notice[] = [];
  for (let page = await store.notices(-1, PAGE); page.length;) {
    wanted.push(...page.filter((one) => one.index < size && named.has(hex(one.hash))));
    page = await store.notices(page.at(-1)!.index, PAGE);
  }
  const proven = async ({ index, text }: { index: number; text: string }): Promise<Line> => {
    const [leaf] = await store.leaves(index, index + 1);
    const proof = await tree.inclusion(index, size);
    return lineOf(leaf!, text, proof);
  };
  for await (const body of bodies(store, size, filter)) {
    while (wanted[0] && wanted[0].index < body.index) yield proven(wanted.shift()!);
    yield proven(body);
  }
  for (const notice of wanted) yield proven(notice);
}

/** Every matching body of the first `size` entries, in order. */
export async function* bodies(
  store: Store,
  size: number,
  filter: BodyFilter,
): AsyncGenerator<Body> {
  for (let after = -1; ;) {
    const page = await store.bodies(filter, after, PAGE);
    for (const body of page) {
      if (body.index >= size) return;
      yield body;
    }
    if (page.length < PAGE) return;
    after = page.at(-1)!.index;
  }
}

function lineOf(leaf: LeafRow, text: string | undefined, proof?: readonly Uint8Array[]): Line {
  const { index, kind, site, hash, received, flags, leafHash } = leaf;
  const line = {
    i: index,
    kind: kind == RECORD ? "record" : "notice",
    site,
    hash: hex(hash),
    received,
    flags,
    leafHash: hex(leafHash),
    ...(text == null ? { erased: true } : { text }),
    ...(proof ? { proof: proof.map((one) => Buffer.from(one).toString("base64")) } : {}),
  };
  return { text: JSON.stringify(line), index, counts: true };
}
