import { own } from "../lib/own.ts";
import { fromBase64, fromHex } from "./bytes.ts";
import type { ReadLeaf } from "./leafBytes.ts";

/** First line of an export. */
export interface HeaderLine {
  type: "header";
  checkpoint: string;
  keys: string[];
  /** True when every leaf of the checkpoint's tree follows. */
  complete: boolean;
}

/** One entry of the log. */
export interface LeafLine {
  type: "leaf";
  index: number;
  leaf: ReadLeaf;
  leafHash: Uint8Array;
  /** The record or notice, or null where it was erased. */
  text: string | null;
  /** Inclusion proof, in an export of a part. */
  proof: Uint8Array[] | null;
}

/** A checkpoint that was signed when the log had this size. */
export interface CheckpointLine {
  type: "checkpoint";
  note: string;
}

/** What someone else said of a checkpoint. */
export interface AttestationLine {
  type: "attestation";
  kind: "cosigned" | "rfc3161";
  /** The checkpoint, with the lines of witnesses for `cosigned`. */
  note: string;
  /** For `rfc3161`: the answer of the time stamping authority over the note. */
  response: Uint8Array | null;
  /** Proof that the export's checkpoint only adds to this one. */
  consistency: Uint8Array[];
}

/** Last line. */
export interface EndLine {
  type: "end";
  leaves: number;
}

export type ExportLine = HeaderLine | LeafLine | CheckpointLine | AttestationLine | EndLine;

/** Reads one line of an export; null for anything else. Believes nothing but the types. */
export function readExportLine(line: string): ExportLine | null {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    return null; // Not a line of an export.
  }
  const get = (key: string) => own(json, key);
  const checkpoint = get("checkpoint");
  if (get("consentry") === "export/1") {
    const [keys, complete] = [get("keys"), get("complete")];
    if (typeof checkpoint != "string" || typeof complete != "boolean") return null;
    if (!Array.isArray(keys) || !keys.every((key) => typeof key == "string")) return null;
    return { type: "header", checkpoint, keys, complete };
  }
  if (typeof checkpoint == "string") return { type: "checkpoint", note: checkpoint };
  const attestation = get("attestation");
  if (attestation != null) {
    return readAttestation((key) => own(attestation, key));
  }
  const leaves = own(get("end"), "leaves");
  if (typeof leaves == "number") return { type: "end", leaves };
  return readLeafLine(get);
}

function readAttestation(get: (key: string) => unknown): AttestationLine | null {
  const [kind, note, hashes] = [get("kind"), get("note"), get("consistency")];
  const response = get("response") == null ? null : fromBase64(get("response"));
  if (typeof note != "string" || !Array.isArray(hashes)) return null;
  if (kind !== "cosigned" && kind !== "rfc3161") return null;
  const consistency = hashes.map(fromBase64).filter((hash) => hash != null);
  if (consistency.length != hashes.length || (kind == "rfc3161") != (response != null)) return null;
  return { type: "attestation", kind, note, response, consistency };
}

function readLeafLine(get: (key: string) => unknown): LeafLine | null {
  const [index, kind, site] = [get("i"), get("kind"), get("site")];
  const [received, flags] = [get("received"), get("flags")];
  const [hash, leafHash] = [fromHex(get("hash")), fromHex(get("leafHash"))];
  const text = get("text") ?? null;
  const proof = get("proof") ?? null;
  if (typeof index != "number" || typeof site != "string") return null;
  if (typeof received != "number" || typeof flags != "number") return null;
  if (kind !== "record" && kind !== "notice") return null;
  if (!hash || leafHash?.length != 32) return null;
  if (text != null && typeof text != "string") return null;
  const hashes = proof == null ? [] : Array.isArray(proof) ? proof.map(fromBase64) : [null];
  if (hashes.some((one) => one == null)) return null;
  return {
    type: "leaf",
    index,
    leaf: { kind, site, hash, received, flags },
    leafHash,
    text,
    proof: proof == null ? null : hashes.filter((one) => one != null),
  };
}
