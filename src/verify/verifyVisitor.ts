import { own } from "../lib/own.ts";
import { equal, fromHex, utf8 } from "./bytes.ts";
import type { VerifierKey } from "./openNote.ts";
import type { Primitives } from "./primitives.ts";
import { hashOfText, verifyReceipt } from "./verifyReceipt.ts";

/** What was found in the file that a visitor downloads. */
export interface VisitorReport {
  ok: boolean;
  reason: string | null;
  /** Index of the first record that does not fit, or null. */
  firstBad: number | null;
  records: number;
  notices: number;
  /** Receipts that were checked, and those that could not be, for want of the log's key. */
  receipts: number;
  unchecked: number;
  /** Names of the logs in which records were found. */
  logs: string[];
}

/** Whether a line is one of a visitor's file. */
export function isVisitorLine(line: string): boolean {
  return line.startsWith('{"type":"consentry/1 ');
}

interface Chain {
  length: number;
  hash: Uint8Array | null;
}

/**
 * Checks the records that a browser kept: each text gives its hash, each follows the one before it, the
 * notices are those that the records name, and every receipt proves its record's place in the log.
 */
export async function verifyVisitor(
  lines: AsyncIterable<string> | Iterable<string>,
  keys: readonly VerifierKey[],
  primitives: Primitives,
): Promise<VisitorReport> {
  const report: VisitorReport = {
    ok: false,
    reason: null,
    firstBad: null,
    records: 0,
    notices: 0,
    receipts: 0,
    unchecked: 0,
    logs: [],
  };
  const bad = (reason: string): VisitorReport => ({ ...report, reason, firstBad: report.records });
  const chains = new Map<string, Chain>();
  for await (const line of lines) {
    if (!line.trim()) continue;
    let json: unknown;
    try {
      json = JSON.parse(line);
    } catch {
      return bad("A line is no JSON.");
    }
    const [type, text, chain] = [own(json, "type"), own(json, "text"), own(json, "chain")];
    const hash = fromHex(own(json, "hash"));
    if (type == "consentry/1 notice" && typeof text == "string") {
      const fits = hash && equal(primitives.sha256(utf8(text)), hash);
      if (!fits) return bad("The text of a notice does not give its hash.");
      report.notices++;
    } else if (
      type == "consentry/1 record" &&
      typeof text == "string" &&
      typeof chain == "string"
    ) {
      const before = chains.get(chain) ?? { length: 0, hash: null };
      const computed = hashOfText(text, primitives);
      if (!computed || !hash || !equal(computed, hash))
        return bad("Its text does not give its hash.");
      const record: unknown = JSON.parse(text);
      const previous = fromHex(own(record, "previous"));
      const follows = before.hash ? previous && equal(previous, before.hash) : !previous;
      if (!follows || own(record, "sequence") !== before.length) {
        return bad("It does not follow the record before it.");
      }
      chains.set(chain, { length: before.length + 1, hash: computed });
      const wrong = await checkReceipt(json, text, keys, primitives, report);
      if (wrong) return bad(wrong);
      report.records++;
    } else if (type == "consentry/1 head" && typeof chain == "string") {
      const end = chains.get(chain)?.hash ?? null;
      if (end ? !hash || !equal(end, hash) : hash) return bad("The newest records are missing.");
    } else return bad("A line is not one of such a file.");
  }
  return { ...report, ok: true };
}

/** Holds a record's receipt to the log's keys; counts it. Gives the reason why it is not good. */
async function checkReceipt(
  line: unknown,
  text: string,
  keys: readonly VerifierKey[],
  primitives: Primitives,
  report: VisitorReport,
): Promise<string | null> {
  const receipt = own(line, "receipt");
  if (receipt == null) return null;
  if (!keys.length) {
    report.unchecked++;
    return null;
  }
  const [index, leaf, proof] = [own(receipt, "index"), own(receipt, "leaf"), own(receipt, "proof")];
  const checkpoint = own(line, "checkpoint");
  const found = await verifyReceipt({ text, index, leaf, proof, checkpoint }, keys, primitives);
  if (!found.ok) return found.reason;
  report.receipts++;
  if (!report.logs.includes(found.checkpoint.origin)) report.logs.push(found.checkpoint.origin);
  return null;
}
