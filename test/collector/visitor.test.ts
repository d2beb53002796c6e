import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { nodePrimitives } from "../../src/verify/nodePrimitives.ts";
import { readKey, type VerifierKey } from "../../src/verify/openNote.ts";
import { isVisitorLine, verifyVisitor } from "../../src/verify/verifyVisitor.ts";
import { sha256 } from "../../src/collector/merkle/hash.ts";
import { bench, lineOf, send, type Bench } from "./util/collector.ts";
import { identity } from "./util/entries.ts";
import { chain, sealed } from "./util/records.ts";

let desk: Bench;
let lines: string[];
let keys: VerifierKey[];
const text = JSON.stringify({ title: "May we?" });
const notice = sha256(text).toString("hex");
const records = chain(3, { notice });

/** Well sealed, second of its chain, but not of this one. */
const [, second] = chain(2, { notice });
const stranger = JSON.stringify({
  type: "consentry/1 record",
  chain: "idb/0",
  text: second!.text,
  hash: second!.hash,
});

/** The file that `proof.export()` gives in the browser. */
beforeAll(async () => {
  desk = await bench();
  await send(desk.collector, [JSON.stringify({ notice: text }), lineOf(sealed({ notice }))]);
  const { receipts, checkpoint } = await send(desk.collector, records.map(lineOf));
  const line = (kind: string, fields: object) =>
    JSON.stringify({ type: `consentry/1 ${kind}`, ...fields });
  lines = [
    line("notice", { hash: notice, text }),
    ...records.map((record, i) =>
      line("record", {
        chain: "idb/0",
        text: record.text,
        hash: record.hash,
        checkpoint,
        receipt: receipts[i],
      }),
    ),
    line("head", { chain: "idb/0", hash: records[2]!.hash }),
  ];
  keys = desk.log.signers.map(({ vkey }) => readKey(vkey, nodePrimitives.sha256)!);
});
afterAll(() => desk.remove());

const verify = (given: readonly string[], trusted = keys) =>
  verifyVisitor(given, trusted, nodePrimitives);

describe("a visitor's own file", () => {
  it("verifies with the log's key, offline", async () => {
    expect(lines.every(isVisitorLine)).toBe(true);
    expect(await verify(lines)).toEqual({
      ok: true,
      reason: null,
      firstBad: null,
      records: 3,
      notices: 1,
      receipts: 3,
      unchecked: 0,
      logs: [desk.log.origin],
    });
  });

  it("says what it could not check without the key", async () => {
    expect(await verify(lines, [])).toMatchObject({ ok: true, receipts: 0, unchecked: 3 });
  });

  it("does not verify with another log's key", async () => {
    const other = identity().signers.map(({ vkey }) => readKey(vkey, nodePrimitives.sha256)!);
    expect(await verify(lines, other)).toMatchObject({ ok: false, firstBad: 0 });
  });

  it.each<[string, (all: string[]) => string[], number]>([
    ["a choice changed", (all) => all.with(2, all[2]!.replace("marketing", "marketinG")), 1],
    ["a record left out", (all) => all.toSpliced(2, 1), 1],
    ["the newest record left out", (all) => all.toSpliced(3, 1), 2],
    ["two records exchanged", (all) => all.with(1, all[2]!).with(2, all[1]!), 0],
    [
      "another place in the log",
      (all) => all.with(3, all[3]!.replace('"index":4', '"index":3')),
      2,
    ],
    [
      "a proof cut short",
      (all) => all.with(1, all[1]!.replace(/"proof":\["[^"]+",?/, '"proof":[')),
      0,
    ],
    [
      "a checkpoint of a smaller log",
      (all) => all.with(1, all[1]!.replace("\\n5\\n", "\\n4\\n")),
      0,
    ],
    ["another notice", (all) => all.with(0, all[0]!.replace("May we", "Let us")), 0],
    [
      "a receipt of another record",
      (all) => {
        const receipt = /"checkpoint".*/;
        return all.with(1, all[1]!.replace(receipt, receipt.exec(all[2]!)![0]));
      },
      0,
    ],
    ["a record that follows another one", (all) => all.with(2, stranger), 1],
    ["a line of noise", (all) => [...all, "noise"], 3],
    ["a line of another kind", (all) => [...all, '{"type":"consentry/1 other"}'], 3],
  ])("is refused with %s, and the record is named", async (_, alter, firstBad) => {
    const altered = alter(lines);
    expect(altered).not.toEqual(lines);
    expect(await verify(altered)).toMatchObject({ ok: false, firstBad });
  });
});
