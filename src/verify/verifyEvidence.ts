import { openNote, type VerifierKey } from "./openNote.ts";
import type { Primitives } from "./primitives.ts";

const FIRST = "consentry audit evidence/1";
const LINE = /^([0-9a-f]{64}) {2}([\w.-]+(?:\/[\w.-]+)*)$/;

/** Whether an audit's evidence is as it was written. */
export interface EvidenceReport {
  ok: boolean;
  files: number;
  /** When the audit began, as the manifest says. */
  at: string;
  /** Name of the key that signed; empty where none of the trusted ones did. */
  signedBy: string;
  reason: string;
}

/**
 * Checks a folder of evidence: every file against the manifest, and the manifest's signature where keys are given.
 *
 * @param read Gives a file of the folder; throws where it is not there.
 */
export async function verifyEvidence(
  read: (name: string) => Promise<Uint8Array>,
  keys: readonly VerifierKey[],
  primitives: Primitives,
): Promise<EvidenceReport> {
  const manifest = new TextDecoder().decode(await read("manifest.txt"));
  const end = manifest.lastIndexOf("\n\n");
  const [first, at = "", ...lines] = (end < 0 ? manifest : manifest.slice(0, end + 1)).split("\n");
  const report: EvidenceReport = { ok: false, files: 0, at, signedBy: "", reason: "" };
  const bad = (reason: string): EvidenceReport => ({ ...report, reason });
  if (first != FIRST || lines.pop() != "" || !lines.length) return bad("This is no manifest.");
  if (keys.length) {
    const note = await openNote(manifest, keys, primitives);
    if (!note) return bad("The manifest is not signed by a key that was given.");
    report.signedBy = note.signatures[0]?.name ?? "";
  }
  for (const line of lines) {
    const [, hash, name] = LINE.exec(line) ?? [];
    if (!hash || !name || name.split("/").includes(".."))
      return bad(`A line is malformed: ${line}`);
    const bytes = await read(name).catch(() => null);
    if (!bytes) return bad(`${name} is missing.`);
    if (Buffer.from(primitives.sha256(bytes)).toString("hex") != hash)
      return bad(`${name} was changed.`);
    report.files++;
  }
  return { ...report, ok: true };
}
