import type { Signer } from "./signer.ts";
/** A tree head and the text that its signatures cover (C2SP tlog-checkpoint). */
export declare function checkpointText(origin: string, size: number, root: Uint8Array): string;
/** A signed note: the text, an empty line, one line a signer (C2SP signed-note). */
export declare function signNote(text: string, signers: readonly Signer[]): string;
