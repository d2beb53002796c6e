import { createPublicKey, verify } from "node:crypto";
import { readLimited } from "../../lib/readLimited.ts";
import type { TreeReader } from "../merkle/treeReader.ts";
import { keyId } from "../note/signer.ts";
import type { Reporter } from "../report.ts";
import type { Cosign } from "./publisher.ts";

/** A witness and how to know its signature. */
export interface WitnessAddress {
  /** Submission prefix. */
  url: string;
  name: string;
  /** 32 bytes. */
  publicKey: Uint8Array;
}

export interface AskOptions {
  witnesses: readonly WitnessAddress[];
  /** How many must have cosigned before a checkpoint is published. */
  quorum: number;
  tree: TreeReader;
  fetch?: typeof fetch;
  report?: Reporter;
}

const PATIENCE = 10_000; // milliseconds for one witness
const LARGEST = 16_384; // bytes of an answer; a signature line has some 200

/** Reads `vkey@url` (`name+id+key@https://…`); null for anything else. */
export function readWitness(text: string): WitnessAddress | null {
  const [, name, id, key, url] =
    /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)@(https?:\/\/\S+)$/u.exec(text) ?? [];
  const bytes = Buffer.from(key ?? "", "base64");
  if (!name || !url || bytes.length != 33 || bytes[0] != 4) return null;
  const publicKey = bytes.subarray(1);
  return keyId(name, 4, publicKey).toString("hex") == id ? { url, name, publicKey } : null;
}

/**
 * Hands each new checkpoint to every witness with a proof that it only adds to what that witness has
 * seen, and gives the note with their lines once enough have signed (C2SP tlog-witness).
 */
export function askWitnesses(options: AskOptions): Cosign {
  const { witnesses, quorum, tree, report = () => {} } = options;
  const seen = new Map<string, number>();

  const ask = async (
    witness: WitnessAddress,
    size: number,
    note: string,
  ): Promise<string | null> => {
    // At most twice: a witness that is out of step says its own size.
    for (let attempt = 0; attempt < 2; attempt++) {
      const old = seen.get(witness.url) ?? 0;
      if (old > size) return null;
      const proof = await tree.consistency(old, size);
      const lines = proof.map((hash) => `${Buffer.from(hash).toString("base64")}\n`);
      const response = await (options.fetch ?? fetch)(
        `${witness.url.replace(/\/$/, "")}/add-checkpoint`,
        {
          method: "POST",
          body: `old ${old}\n${lines.join("")}\n${note}`,
          signal: AbortSignal.timeout(PATIENCE),
        },
      );
      const bytes = await readLimited(response.body, LARGEST);
      if (!bytes) throw new Error("answered with too much");
      const body = Buffer.from(bytes).toString();
      if (response.status == 409 && /^\d{1,15}\n$/.test(body)) {
        seen.set(witness.url, Number(body));
        continue;
      }
      if (response.status != 200) throw new Error(`answered ${response.status}`);
      const line = goodLine(body, witness, note);
      if (!line) throw new Error("gave no good signature");
      seen.set(witness.url, size);
      return line;
    }
    throw new Error("is out of step");
  };
  return async ({ frontier: { size }, note }) => {
    const lines = await Promise.all(
      witnesses.map((witness) =>
        ask(witness, size, note).catch((error: unknown) => {
          const message = error instanceof Error ? error.message : "failed";
          report({ level: "warn", event: "witness", name: witness.name, message });
          return null;
        }),
      ),
    );
    const good = lines.filter((line) => line != null);
    return good.length >= quorum ? note + good.join("") : null;
  };
}

/** The line of this witness that verifies, or null. */
function goodLine(body: string, { name, publicKey }: WitnessAddress, note: string): string | null {
  const text = note.slice(0, note.lastIndexOf("\n\n") + 1);
  const x = Buffer.from(publicKey).toString("base64url");
  const key = createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x }, format: "jwk" });
  for (const line of body.split("\n")) {
    const prefix = `— ${name} `;
    if (!line.startsWith(prefix)) continue;
    const bytes = Buffer.from(line.slice(prefix.length), "base64");
    if (bytes.length != 76 || !bytes.subarray(0, 4).equals(keyId(name, 4, publicKey))) continue;
    const message = `cosignature/v1\ntime ${bytes.readBigUInt64BE(4)}\n${text}`;
    if (verify(null, Buffer.from(message), key, bytes.subarray(12))) return `${line}\n`;
  }
  return null;
}
