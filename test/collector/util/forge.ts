import { leafBytes, type ReadLeaf } from "../../../src/verify/leafBytes.ts";
import { nodePrimitives } from "../../../src/verify/nodePrimitives.ts";
import { rootBuilder } from "../../../src/verify/rootBuilder.ts";
import { hashLeaf } from "../../../src/verify/verifyProof.ts";
import type { LogIdentity } from "../../../src/collector/log/sequence.ts";
import { checkpointText, signNote } from "../../../src/collector/note/checkpoint.ts";

/** An entry as a dishonest operator would write it. */
export interface Forged extends ReadLeaf {
  text: string | null;
}

/** A whole export, well formed and well signed, of whatever entries: what only its contents betray. */
export function forge(entries: readonly Forged[], log: LogIdentity): string[] {
  const builder = rootBuilder(nodePrimitives.sha256);
  const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");
  const lines = entries.map((entry, i) => {
    const leafHash = hashLeaf(leafBytes(entry)!, nodePrimitives.sha256);
    builder.add(leafHash);
    const { kind, site, hash, received, flags, text } = entry;
    const rest = text == null ? { erased: true } : { text };
    const line = {
      i,
      kind,
      site,
      hash: hex(hash),
      received,
      flags,
      leafHash: hex(leafHash),
      ...rest,
    };
    return JSON.stringify(line);
  });
  const text = checkpointText(log.origin, entries.length, builder.root());
  const keys = log.signers.map(({ vkey }) => vkey);
  const checkpoint = signNote(text, log.signers);
  return [
    JSON.stringify({ consentry: "export/1", complete: true, checkpoint, keys }),
    ...lines,
    JSON.stringify({ end: { leaves: entries.length } }),
  ];
}
