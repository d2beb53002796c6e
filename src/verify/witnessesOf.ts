import { openNote, type VerifierKey } from "./openNote.ts";
import type { Primitives } from "./primitives.ts";
import type { Witnessed } from "./report.ts";

/** The trusted witnesses whose good signatures a note of this size carries. */
export async function witnessesOf(
  note: string,
  size: number,
  witnesses: readonly VerifierKey[],
  primitives: Primitives,
): Promise<Witnessed[]> {
  const opened = await openNote(note, witnesses, primitives);
  const out: Witnessed[] = [];
  for (const { name, time } of opened?.signatures ?? []) {
    if (time != null) out.push({ name, time, size });
  }
  return out;
}
