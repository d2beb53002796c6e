import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { proofEntry } from "../../test/util/proofEntry.ts";
import { cleanUp, done, meddle, realLog, rowsOf } from "../../test/util/realLog.ts";
import type { ProofEnv } from "./proofLog.ts";

const report = vi.fn<ProofEnv["report"]>();
const log = (fields: Partial<ProofEnv> = {}) => realLog(report, fields);

beforeEach(async () => {
  report.mockClear();
  await cleanUp();
});
afterEach(async () => {
  vi.restoreAllMocks();
  await cleanUp();
});

describe("a log that was tampered with", () => {
  beforeEach(async () => {
    const made = log();
    for (let i = 0; i < 5; i++) await made.append(proofEntry());
    made.close();
  });

  it.each([0, 2, 4])("names record %i when one character of it was changed", async (index) => {
    const row = (await rowsOf("records"))[index]!;
    const text = row.text.replace('"performance":true', '"performance":null');
    await meddle((store) => store("records").put({ ...row, text }));
    expect(await log().verify()).toMatchObject({ ok: false, length: 5, firstBad: index });
  });

  it("names the place where a record is missing, also at the end", async () => {
    const [, second, , , last] = await rowsOf("records");
    await meddle((store) => store("records").delete(last!.key));
    expect(await log().verify()).toMatchObject({ ok: false, length: 4, firstBad: 4 });
    await meddle((store) => store("records").delete(second!.key));
    expect(await log().verify()).toMatchObject({ ok: false, length: 3, firstBad: 1 });
  });

  it("is never extended: the next record begins a new chain and the old one stays", async () => {
    const [row] = await rowsOf("records");
    await meddle((store) => store("records").put({ ...row, hash: "00".repeat(32) }));
    const made = log();
    expect(await made.append(proofEntry())).toMatchObject({ sequence: 0, previous: null });
    expect(await made.append(proofEntry())).toMatchObject({ sequence: 1 });
    expect(await made.records()).toHaveLength(7);
    expect(await made.verify()).toMatchObject({ ok: false, length: 7, firstBad: 0 });
    expect(await made.export()).toContain('"chain":"indexedDB/1"');
  });

  it.each([
    ["null", { key: "00000000/00000002/x", text: null, hash: null }],
    ["numbers", { key: 5, text: 5, hash: 5 }],
    ["a foreign row", { key: "zzz" }],
  ])("throws nothing and loses nothing over rows that hold %s", async (_name, row) => {
    await meddle((store) => store("records").put(row));
    const made = log();
    const record = await made.append(proofEntry());
    expect(await made.records()).toContainEqual(record);
    expect(await made.verify()).toMatchObject({ ok: false });
  });
});

describe("the ladder", () => {
  it.each([
    ["is absent", undefined],
    [
      "throws",
      {
        open() {
          throw new DOMException("denied", "SecurityError");
        },
      },
    ],
    ["holds another version", { open: () => indexedDB.open("consentry", 1) }],
  ])("steps down to localStorage when IndexedDB %s, and says so once", async (name, factory) => {
    if (name.startsWith("holds")) (await done(indexedDB.open("consentry", 9))).close();
    const made = log({ indexedDB: factory as IDBFactory | undefined });
    await made.open();
    const [first, second] = [await made.append(proofEntry()), await made.append(proofEntry())];
    expect(second.previous).toBe(first.hash);
    const keys = Object.keys(localStorage).filter((key) => key.startsWith("consentry/records/"));
    expect(keys).toHaveLength(2);
    expect(report.mock.calls).toEqual([["storage-refused", "indexedDB"]]);
    expect(await made.records()).toHaveLength(2);
  });

  it("keeps one chain in localStorage while several pages append at once", async () => {
    const pages = [1, 2, 3].map(() => log({ indexedDB: undefined }));
    await Promise.all(
      pages.flatMap((made) => Array.from({ length: 20 }, () => made.append(proofEntry()))),
    );
    expect(await pages[0]!.verify()).toEqual({
      ok: true,
      length: 60,
      firstBad: null,
      reason: null,
    });
  });

  it("ends in memory when localStorage is full as well", async () => {
    for (let size = 1 << 20; size; size >>= 1) {
      try {
        for (let i = 0; ; i++) localStorage.setItem(`filler/${size}/${i}`, "x".repeat(size));
      } catch {
        // This size no longer fits; a smaller one may.
      }
    }
    const made = log({ indexedDB: undefined });
    await made.append(proofEntry());
    await made.append(proofEntry());
    expect(await made.records()).toHaveLength(2);
    expect(Object.keys(localStorage).filter((key) => key.startsWith("consentry/"))).toEqual([]);
    expect(report.mock.calls).toEqual([
      ["storage-refused", "indexedDB"],
      ["storage-refused", "localStorage"],
    ]);
  });
});

describe("many decisions at once", () => {
  it("become one chain, in their order, and no one reads it again for each of them", async () => {
    const made = log();
    await made.append(proofEntry());
    const reads = vi.spyOn(IDBObjectStore.prototype, "getAll");
    const records = await Promise.all(Array.from({ length: 30 }, () => made.append(proofEntry())));
    expect(reads).not.toHaveBeenCalled();
    expect(records.map(({ sequence }) => sequence)).toEqual(records.map((_record, at) => at + 1));
    expect(await made.verify()).toMatchObject({ ok: true, length: 31 });
    expect(report).not.toHaveBeenCalled();
  });
});
