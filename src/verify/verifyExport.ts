import { equal } from "./bytes.ts";
import { checkAmong, checkLeaf } from "./checkLeaf.ts";
import { heads, openHead, type Heads } from "./heads.ts";
import { readKey, type VerifierKey } from "./openNote.ts";
import type { Primitives } from "./primitives.ts";
import {
  readExportLine,
  type AttestationLine,
  type HeaderLine,
  type LeafLine,
} from "./readExportLine.ts";
import { emptyReport, failed, type Report, type Witnessed } from "./report.ts";
import { seenHashes } from "./seenHashes.ts";
import { isConsistent, rootOfInclusion } from "./verifyProof.ts";
import { witnessesOf } from "./witnessesOf.ts";

/** What is known besides the data itself. */
export interface Trust {
  /** Keys of the log; without any, those that come with the data are taken, and the report says so. */
  keys: readonly VerifierKey[];
  /** Checkpoints that someone kept from earlier. */
  earlier: readonly string[];
  /** Keys of witnesses whose word counts. */
  witnesses: readonly VerifierKey[];
}

/**
 * Checks an export line by line, with memory for little more than one of them. Everything is computed
 * again from the texts; hashes in the file are only compared. Stops at the first thing that is wrong.
 */
export async function verifyExport(
  lines: AsyncIterable<string> | Iterable<string>,
  trust: Trust,
  primitives: Primitives,
): Promise<Report> {
  let check: Checker | null = null;
  for await (const text of lines) {
    if (!text.trim()) continue;
    const line = readExportLine(text);
    if (check) {
      if (!line || line.type == "header") return check.fail("This line is not one of an export.");
      if (check.ended) return check.fail("Something follows the end of the export.");
      const wrong =
        line.type == "leaf"
          ? check.leaf(line)
          : line.type == "checkpoint"
            ? await check.checkpoint(line.note)
            : line.type == "end"
              ? check.end(line.leaves)
              : await check.attestation(line);
      if (wrong) return wrong;
    } else {
      const begun = line?.type == "header" ? await begin(line, trust, primitives) : null;
      if (!begun) return failed(emptyReport(trust.keys.length > 0), "This is not an export.");
      if ("reason" in begun) return begun;
      check = begun;
    }
  }
  return check?.finish() ?? failed(emptyReport(trust.keys.length > 0), "This is not an export.");
}

interface Checker {
  ended: boolean;
  leaf(line: LeafLine): Report | null;
  checkpoint(note: string): Promise<Report | null>;
  attestation(line: AttestationLine): Promise<Report | null>;
  end(leaves: number): Report | null;
  fail(reason: string): Report;
  finish(): Report;
}

async function begin(
  header: HeaderLine,
  trust: Trust,
  primitives: Primitives,
): Promise<Checker | Report> {
  const report = { ...emptyReport(trust.keys.length > 0), complete: header.complete };
  const offered = header.keys.map((key) => readKey(key, primitives.sha256));
  const keys = report.pinned ? trust.keys : offered.filter((key) => key != null);
  const head = await openHead(header.checkpoint, keys, primitives);
  if (!head) return failed(report, "The export's checkpoint is not signed by a trusted key.");
  report.checkpoint = head.checkpoint;
  report.signatures = head.signatures;
  const tree = heads(head.checkpoint, primitives.sha256);
  for (const [note, whose] of [
    ...trust.earlier.map((note) => [note, "kept from earlier"] as const),
    [header.checkpoint, "at the head of the export"] as const,
  ]) {
    const wrong = tree.expect(await openHead(note, keys, primitives), whose);
    if (wrong) return failed(report, wrong);
  }
  // The empty tree has no entry at which it could be held to its checkpoint.
  const off = tree.disagreement();
  if (off) return failed(report, off);
  const witnessed = (note: string, size: number) =>
    witnessesOf(note, size, trust.witnesses, primitives);
  return checker(report, keys, tree, primitives, witnessed);
}

function checker(
  report: Report,
  keys: readonly VerifierKey[],
  tree: Heads,
  primitives: Primitives,
  witnessed: (note: string, size: number) => Promise<Witnessed[]>,
): Checker {
  const { size, root } = report.checkpoint!;
  const { complete } = report;
  const seen = seenHashes();
  let next = 0;
  const among = (line: LeafLine): string | null => {
    if (complete) {
      if (line.index != next) return "An entry is missing, doubled or out of order here.";
      return checkAmong(line, seen);
    }
    if (line.index < next) return "It is out of order or doubled.";
    const proof = line.proof ?? [];
    const computed = rootOfInclusion(line.leafHash, line.index, size, proof, primitives.sha256);
    return computed && equal(computed, root) ? null : "Its proof does not lead to the checkpoint.";
  };
  /** The stretch since the last checkpoint that agreed: the first bad entry is in it. */
  const since = (reason: string) =>
    failed(report, reason, tree.agreed(), Math.max(tree.agreed(), tree.size() - 1));

  return {
    ended: false,
    fail: (reason) => failed(report, reason, next),
    leaf(line) {
      const wrong = checkLeaf(line, primitives) ?? among(line);
      if (wrong) return failed(report, wrong, complete ? next : line.index);
      next = line.index + 1;
      if (line.leaf.kind == "notice") report.notices++;
      else report.records++;
      if (line.text == null) report.erased++;
      if (!complete) return null;
      seen.add(line.leaf.hash);
      const off = tree.add(line.leafHash);
      return off ? since(off) : null;
    },
    async checkpoint(note) {
      const head = await openHead(note, keys, primitives);
      const misplaced =
        head && head.checkpoint.size != tree.size()
          ? "A checkpoint stands at a place that is not its own."
          : null;
      const off = misplaced ?? tree.expect(head, "in the export") ?? tree.disagreement();
      return off ? since(off) : null;
    },
    async attestation({ kind, note, response, consistency }) {
      const head = await openHead(note, keys, primitives);
      const wrong = tree.expect(head, "attested by others");
      if (wrong) return failed(report, wrong);
      const old = head!.checkpoint;
      if (!isConsistent(old, report.checkpoint!, consistency, primitives.sha256)) {
        return failed(report, "What others attested is not an earlier state of this log.");
      }
      if (response) report.stamps.push({ size: old.size, note, response });
      if (kind == "cosigned") report.witnessed.push(...(await witnessed(note, old.size)));
      return null;
    },
    end(leaves) {
      this.ended = true;
      const whole = leaves == report.records + report.notices;
      return whole ? null : this.fail("The export has lost or gained entries on the way.");
    },
    finish() {
      if (!this.ended) return this.fail("The export breaks off.");
      // A part is held to each checkpoint by proofs, not by growing to its size.
      if (!complete) return { ...report, ok: true };
      if (tree.size() != size)
        return failed(report, "Entries at the end are missing.", next, size - 1);
      return { ...report, ok: true };
    },
  };
}
