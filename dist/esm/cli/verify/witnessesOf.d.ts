import { type VerifierKey } from "./openNote.ts";
import type { Primitives } from "./primitives.ts";
import type { Witnessed } from "./report.ts";
/** The trusted witnesses whose good signatures a note of this size carries. */
export declare function witnessesOf(note: string, size: number, witnesses: readonly VerifierKey[], primitives: Primitives): Promise<Witnessed[]>;
