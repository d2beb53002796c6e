import { beforeEach, afterEach, describe, expect, it } from "vitest";
import { nodePrimitives } from "../../src/verify/nodePrimitives.ts";
import { verifyExport } from "../../src/verify/verifyExport.ts";
import { sha256 } from "../../src/collector/merkle/hash.ts";
import { containing, matching } from "./util/containing.ts";
import { append, entryOf, identity, noticeOf } from "./util/entries.ts";
import { forge, type Forged } from "./util/forge.ts";
import { bench, type Bench } from "./util/collector.ts";
import { chain, sealed } from "./util/records.ts";
import { exported, verified } from "./util/verified.ts";

let desk: Bench;
const notice = noticeOf(JSON.stringify({ title: "May we count visits?" }));
const shown = sha256(notice.text).toString("hex");
/** A log of 8 entries under 5 checkpoints: notice, 3 records, 1, 2 and 1. */
const mine = chain(3, { notice: shown });
const others = chain(3, { notice: shown });
beforeEach(async () => {
  desk = await bench();
  const add = (...records: typeof mine) => append(desk.store, desk.log, records.map(entryOf));
  await append(desk.store, desk.log, [notice]);
  await add(...mine);
  await add(others[0]!);
  await add(others[1]!, others[2]!);
  await add(sealed({ notice: shown, event: "refused" }));
});
afterEach(() => desk.remove());

const lines = () => exported(desk.store, desk.log);
const change = (all: string[], at: number, find: string | RegExp, put: string) =>
  all.with(at, all[at]!.replace(find, put));
/** Where entry `i` stands among the lines. */
const lineOfEntry = (all: string[], i: number) =>
  all.findIndex((line) => line.startsWith(`{"i":${i},`));

describe("an export of the whole log", () => {
  it("verifies, and says what it held", async () => {
    expect(await verified(await lines(), desk.log)).toMatchObject({
      ok: true,
      reason: null,
      firstBad: null,
      pinned: true,
      complete: true,
      records: 7,
      notices: 1,
      erased: 0,
      checkpoint: { origin: desk.log.origin, size: 8 },
    });
  });

  it("verifies after an erasure, whose leaves stay", async () => {
    await desk.store.erase({ subject: mine[0]!.subject });
    const all = await lines();
    expect(all.join()).not.toContain(mine[0]!.subject);
    expect(await verified(all, desk.log)).toMatchObject({ ok: true, records: 7, erased: 3 });
  });

  it("verifies while the log is empty only as what it is: unsigned", async () => {
    const empty = await bench();
    const report = await verified(await exported(empty.store, empty.log), empty.log);
    expect(report).toMatchObject({ ok: false, reason: containing("not signed") });
    await empty.remove();
  });

  it("verifies with the key that it brings, and says that no one vouches for it", async () => {
    const report = await verifyExport(
      await lines(),
      { keys: [], earlier: [], witnesses: [] },
      nodePrimitives,
    );
    expect(report).toMatchObject({ ok: true, pinned: false });
  });

  it("does not verify with another log's key", async () => {
    expect(await verified(await lines(), identity())).toMatchObject({
      ok: false,
      reason: "The export's checkpoint is not signed by a trusted key.",
    });
  });

  it.each<
    [
      string,
      (all: string[]) => string[],
      Partial<{ firstBad: number | null; lastBad: number | null }>,
    ]
  >([
    [
      "a word of a record",
      (all) => change(all, lineOfEntry(all, 3), "accept-all", "reject-all"),
      { firstBad: 3 },
    ],
    [
      "a record's hash",
      (all) => change(all, lineOfEntry(all, 3), /"hash":"../, '"hash":"00'),
      { firstBad: 3 },
    ],
    [
      "a time",
      (all) => change(all, lineOfEntry(all, 5), /"received":1/, '"received":2'),
      { firstBad: 5 },
    ],
    [
      "a flag",
      (all) => change(all, lineOfEntry(all, 5), '"flags":0', '"flags":16'),
      { firstBad: 5 },
    ],
    [
      "a leaf hash",
      (all) => change(all, lineOfEntry(all, 6), /"leafHash":"../, '"leafHash":"00'),
      { firstBad: 6 },
    ],
    [
      "a word of a notice",
      (all) => change(all, lineOfEntry(all, 0), "count visits", "sell you"),
      { firstBad: 0 },
    ],
    [
      "a notice without its text",
      (all) => change(all, lineOfEntry(all, 0), /"text":.*/, '"erased":true}'),
      { firstBad: 0 },
    ],
    ["an entry left out", (all) => all.toSpliced(lineOfEntry(all, 4), 1), { firstBad: 4 }],
    [
      "an entry doubled",
      (all) => all.toSpliced(lineOfEntry(all, 4), 0, all[lineOfEntry(all, 4)]!),
      { firstBad: 5 },
    ],
    [
      "two entries exchanged",
      (all) => {
        const [a, b] = [lineOfEntry(all, 2), lineOfEntry(all, 3)];
        return all.with(a, all[b]!).with(b, all[a]!);
      },
      { firstBad: 2 },
    ],
    [
      "the newest entry and its checkpoint left out",
      (all) => all.toSpliced(lineOfEntry(all, 7), 2),
      { firstBad: 7 },
    ],
    [
      "the same, and the count made to fit",
      (all) => change(all.toSpliced(lineOfEntry(all, 7), 2), all.length - 3, ":8}", ":7}"),
      { firstBad: 7, lastBad: 7 },
    ],
    ["an export that breaks off", (all) => all.slice(0, -1), { firstBad: 8 }],
    ["something after the end", (all) => [...all, all[1]!], {}],
    ["a checkpoint from nowhere", (all) => change(all, 2, /\\n\d\\n/, "\\n9\\n"), {}],
    ["a line of noise", (all) => all.toSpliced(3, 0, "noise"), {}],
    ["no header", (all) => all.slice(1), { firstBad: null }],
    ["nothing", () => [], { firstBad: null }],
  ])("is refused with %s, and the place is named", async (_, alter, expected) => {
    const all = await lines();
    const altered = alter(all);
    expect(altered).not.toEqual(all);
    const report = await verified(altered, desk.log);
    expect(report).toMatchObject({
      ok: false,
      reason: matching(/^[A-Z].*\.$/),
      ...expected,
    });
  });

  it("names the stretch between two checkpoints when someone forged an entry whole", async () => {
    // Whoever can write to the database but not sign: a real record of somebody else in place of 5.
    const forger = await bench();
    await append(forger.store, forger.log, [notice, ...mine.map(entryOf), entryOf(others[0]!)]);
    await append(forger.store, forger.log, [entryOf(sealed({ notice: shown }))]);
    const theirs = await exported(forger.store, forger.log);
    const all = await lines();
    const forged = all.with(lineOfEntry(all, 5), theirs[lineOfEntry(theirs, 5)]!);
    expect(await verified(forged, desk.log)).toMatchObject({ ok: false, firstBad: 6 });
    const apart = forged.with(
      lineOfEntry(forged, 6),
      all[lineOfEntry(all, 7)]!.replace('"i":7', '"i":6'),
    );
    expect(await verified(apart, desk.log)).toMatchObject({
      ok: false,
      reason: containing("tree of 7 entries"),
      firstBad: 5,
      lastBad: 6,
    });
    await forger.remove();
  });

  it("is refused by anyone who kept an earlier checkpoint of another history", async () => {
    // The operator himself, with the key, rewrites everything from the second entry on.
    const kept = (await desk.store.checkpoints(3, 1))[0]!.note;
    const rewritten = await bench({ log: desk.log });
    await append(rewritten.store, desk.log, [notice, ...others.map(entryOf)]);
    await append(rewritten.store, desk.log, [entryOf(sealed({ notice: shown }))]);
    const all = await exported(rewritten.store, desk.log);
    expect(await verified(all, desk.log)).toMatchObject({ ok: true });
    expect(await verified(all, desk.log, [kept])).toMatchObject({
      ok: false,
      firstBad: 0,
      lastBad: 3,
      reason: containing("kept from earlier"),
    });
    const later = (await desk.store.head()).note;
    expect(await verified(all, desk.log, [later])).toMatchObject({
      ok: false,
      reason: containing("larger log"),
    });
    await rewritten.remove();
  });

  it("accepts every checkpoint that it once signed", async () => {
    const notes = (await desk.store.checkpoints(0, 99)).map(({ note }) => note);
    expect(notes).toHaveLength(5);
    expect(await verified(await lines(), desk.log, notes)).toMatchObject({ ok: true });
  });
});

describe("a log that its own operator wrote falsely", () => {
  const record = (of: ReturnType<typeof sealed>, flags = 0): Forged => ({
    kind: "record",
    site: "shop.example",
    hash: Buffer.from(of.hash, "hex"),
    received: 1_764_000_000_000,
    flags,
    text: of.text,
  });
  const banner: Forged = {
    ...record(mine[0]!),
    kind: "notice",
    site: "",
    hash: notice.hash,
    text: notice.text,
  };
  const verdict = async (entries: readonly Forged[]) => {
    const log = identity();
    return verified(forge(entries, log), log);
  };

  it("verifies while it is true", async () => {
    expect(await verdict([banner, record(mine[0]!), record(mine[1]!)])).toMatchObject({ ok: true });
    expect(await verdict([])).toMatchObject({ ok: true });
  });

  it.each<[string, Forged[], number]>([
    ["an entry logged twice", [banner, record(mine[0]!), record(mine[0]!)], 2],
    ["a gap that is not flagged", [banner, record(mine[1]!)], 1],
    ["a flag for a gap that is none", [banner, record(mine[0]!), record(mine[1]!, 1)], 2],
    ["an unknown notice that is not flagged", [record(mine[0]!)], 0],
    ["a flag for a notice that is there", [banner, record(mine[0]!, 64)], 1],
    ["a record under another site", [banner, { ...record(mine[0]!), site: "other.example" }], 1],
    ["a notice under a site", [{ ...banner, site: "shop.example" }], 0],
    ["a text that is no record", [{ ...record(mine[0]!), text: "null" }], 0],
    ["a notice without its text", [{ ...banner, text: null }], 0],
  ])("is found out by %s", async (_, entries, firstBad) => {
    expect(await verdict(entries)).toMatchObject({ ok: false, firstBad });
  });
});

describe("an export of a part", () => {
  it("brings one visitor's records with the notice they name, each proven by itself", async () => {
    const part = await exported(desk.store, desk.log, { subject: mine[0]!.subject });
    expect(part.join()).not.toContain(others[0]!.subject);
    expect(await verified(part, desk.log)).toMatchObject({
      ok: true,
      complete: false,
      records: 3,
      notices: 1,
    });
  });

  it("is refused when a proof, an entry or the order was changed", async () => {
    const part = await exported(desk.store, desk.log, { subject: mine[0]!.subject });
    const at = lineOfEntry(part, 2);
    const cases = [
      change(part, at, /"proof":\["../, '"proof":["//'),
      change(part, at, /"proof":\[.*\]/, '"proof":[]'),
      change(part, at, '"i":2', '"i":1'),
      change(part, at, "accept-all", "reject-all"),
      part.with(at, part[at + 1]!).with(at + 1, part[at]!),
      part.toSpliced(at, 1),
    ];
    for (const altered of cases) {
      expect(await verified(altered, desk.log)).toMatchObject({ ok: false });
    }
  });

  it("can be asked for by period and by notice", async () => {
    expect(
      await verified(await exported(desk.store, desk.log, { from: Date.now() + 1e6 }), desk.log),
    ).toMatchObject({ ok: true, records: 0 });
    expect(
      await verified(await exported(desk.store, desk.log, { notice: notice.hash }), desk.log),
    ).toMatchObject({ ok: true, records: 7, notices: 1 });
  });
});
