import type { Signer } from "./signer.ts";

/** A tree head and the text that its signatures cover (C2SP tlog-checkpoint). */
export function checkpointText(origin: string, size: number, root: Uint8Array): string {
  return `${origin}\n${size}\n${Buffer.from(root).toString("base64")}\n`;
}

/** A signed note: the text, an empty line, one line a signer (C2SP signed-note). */
export function signNote(text: string, signers: readonly Signer[]): string {
  return `${text}\n${signers.map((signer) => signer.line(text)).join("")}`;
}
