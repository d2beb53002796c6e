import { concat, equal, fromBase64, toHex, utf8 } from "./bytes.ts";
import { readLeaf, type ReadLeaf } from "./leafBytes.ts";
import { openNote, type Signature, type VerifierKey } from "./openNote.ts";
import type { Primitives } from "./primitives.ts";
import { readCheckpoint, type Checkpoint } from "./readCheckpoint.ts";
import { hashLeaf, rootOfInclusion } from "./verifyProof.ts";

/** What a visitor keeps of one record. Nothing in it is believed. */
export interface ReceiptClaim {
  /** The exact text of the record. */
  text: unknown;
  index: unknown;
  /** Bytes of the leaf, base64. */
  leaf: unknown;
  /** Inclusion proof, base64. */
  proof: unknown;
  /** The signed checkpoint. */
  checkpoint: unknown;
}

/** A receipt that was found good. */
export interface GoodReceipt {
  ok: true;
  index: number;
  leaf: ReadLeaf;
  checkpoint: Checkpoint;
  signatures: readonly Signature[];
}

/** A receipt that was not, and the first reason. */
export interface BadReceipt {
  ok: false;
  reason: string;
}

const NO_RECORD = new Uint8Array(32);

/**
 * The hash that a record's text gives: domain prefix, the previous hash that the text itself names, the
 * text. Null where the text is not the text of a record.
 */
export function hashOfText(text: string, { sha256 }: Primitives): Uint8Array | null {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return null; // Not a record at all.
  }
  if (typeof json != "object" || json == null || !Object.hasOwn(json, "previous")) return null;
  const { previous } = json as { previous: unknown };
  if (previous === null)
    return sha256(concat(utf8("consentry/v1 record\n"), NO_RECORD, utf8(text)));
  if (typeof previous != "string" || !/^[0-9a-f]{64}$/.test(previous)) return null;
  const bytes = Uint8Array.from({ length: 32 }, (_, i) =>
    Number.parseInt(previous.slice(i * 2, i * 2 + 2), 16),
  );
  return sha256(concat(utf8("consentry/v1 record\n"), bytes, utf8(text)));
}

/** Checks one receipt against keys that the caller trusts; needs no network. */
export async function verifyReceipt(
  claim: ReceiptClaim,
  keys: readonly VerifierKey[],
  primitives: Primitives,
): Promise<GoodReceipt | BadReceipt> {
  const bad = (reason: string): BadReceipt => ({ ok: false, reason });
  const { text, index, leaf: encoded, proof, checkpoint: note } = claim;
  const bytes = fromBase64(encoded);
  const leaf = bytes && readLeaf(bytes);
  if (!bytes || leaf?.kind != "record") return bad("The leaf is not that of a record.");
  const hash = typeof text == "string" ? hashOfText(text, primitives) : null;
  if (!hash || !equal(hash, leaf.hash))
    return bad("The record's text does not give the leaf's hash.");
  const opened = typeof note == "string" ? await openNote(note, keys, primitives) : null;
  const checkpoint = opened && readCheckpoint(opened.text);
  if (!opened || !checkpoint)
    return bad("The checkpoint is not signed by a key that is trusted here.");
  const hashes = Array.isArray(proof) ? proof.map(fromBase64) : [null];
  if (typeof index != "number" || hashes.includes(null)) return bad("The proof has a wrong form.");
  const root = rootOfInclusion(
    hashLeaf(bytes, primitives.sha256),
    index,
    checkpoint.size,
    hashes.filter((one) => one != null),
    primitives.sha256,
  );
  if (!root || !equal(root, checkpoint.root)) {
    return bad(
      `The proof does not lead to the root of the checkpoint (${toHex(checkpoint.root)}).`,
    );
  }
  return { ok: true, index, leaf, checkpoint, signatures: opened.signatures };
}
