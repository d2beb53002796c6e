import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { proofEntry } from "../../test/util/proofEntry.ts";
import { cleanUp, eraseDatabase, realLog, rowsOf } from "../../test/util/realLog.ts";
import type { ProofEnv } from "./proofLog.ts";

const report = vi.fn<ProofEnv["report"]>();
const log = (fields: Partial<ProofEnv> = {}) => realLog(report, fields);
const names = async () => (await indexedDB.databases()).map(({ name }) => name);

beforeEach(async () => {
  report.mockClear();
  await cleanUp();
});
afterEach(async () => {
  vi.restoreAllMocks();
  await cleanUp();
});

describe("the database", () => {
  it("is not made by making a log, nor by reading one", async () => {
    const made = log({ collector: "/v1/records" });
    expect(await made.records()).toEqual([]);
    expect(await made.verify()).toEqual({ ok: true, length: 0, firstBad: null, reason: null });
    expect(await made.export()).toBe("");
    expect(await made.pending()).toBe(0);
    expect(await names()).not.toContain("consentry");
    expect(Object.keys(localStorage)).toEqual([]);
    expect(report).not.toHaveBeenCalled();
  });

  it("is made empty by open", async () => {
    await log().open();
    expect(await names()).toContain("consentry");
    expect(await rowsOf("records")).toEqual([]);
  });

  it("holds record, head and snapshot after one append, and the outbox row where one is wanted", async () => {
    const record = await log({ collector: "/v1/records" }).append(proofEntry());
    const [row] = await rowsOf("records");
    expect(row).toEqual({
      key: "00000000/00000000",
      id: record.id,
      text: record.text,
      hash: record.hash,
    });
    expect(await rowsOf("heads")).toEqual([{ ...row, key: "00000000" }]);
    expect(await rowsOf("outbox")).toEqual([row]);
    expect(await rowsOf("notices")).toEqual([{ key: record.notice, text: proofEntry().notice }]);
    expect(Object.keys(localStorage)).toEqual([]);
  });

  it("is found again by the next page", async () => {
    const first = log();
    const { hash } = await first.append(proofEntry());
    first.close();
    const second = log();
    expect(await second.append(proofEntry())).toMatchObject({ sequence: 1, previous: hash });
    expect(await second.records()).toHaveLength(2);
    expect(await second.verify()).toMatchObject({ ok: true, length: 2 });
  });

  it("takes an append that comes while a reader finds that there is none", async () => {
    const made = log();
    const [found, record, more] = await Promise.all([
      made.records(),
      made.append(proofEntry()),
      made.append(proofEntry()),
    ]);
    expect(found.length).toBeLessThanOrEqual(2);
    expect([record.sequence, more.sequence]).toEqual([0, 1]);
    expect(report).not.toHaveBeenCalled();
  });

  it("can be deleted under an open log, which then begins again", async () => {
    const made = log();
    await made.append(proofEntry());
    await eraseDatabase();
    expect(await made.append(proofEntry())).toMatchObject({ sequence: 0, previous: null });
    expect(await made.verify()).toMatchObject({ ok: true, length: 1 });
    expect(report).not.toHaveBeenCalled();
  });

  it("is let go at pagehide, for the back-forward cache, and opened again on demand", async () => {
    const close = vi.spyOn(IDBDatabase.prototype, "close");
    const made = log();
    await made.append(proofEntry());
    expect(close).not.toHaveBeenCalled();
    window.dispatchEvent(new PageTransitionEvent("pagehide", { persisted: true }));
    await vi.waitFor(() => expect(close).toHaveBeenCalledTimes(1));
    expect(await made.append(proofEntry())).toMatchObject({ sequence: 1 });
  });

  it("is opened again when its connection went stale unnoticed", async () => {
    const made = log();
    await made.append(proofEntry());
    vi.spyOn(IDBDatabase.prototype, "transaction").mockImplementationOnce(() => {
      throw new DOMException("Connection to Indexed Database server lost", "InvalidStateError");
    });
    expect(await made.append(proofEntry())).toMatchObject({ sequence: 1 });
    expect(report).not.toHaveBeenCalled();
  });
});

describe("one transaction", () => {
  it("keeps one chain while several pages append at once", async () => {
    const frames = Array.from({ length: 4 }, () => {
      const frame = document.createElement("iframe");
      document.body.append(frame);
      return frame;
    });
    try {
      const pages = frames.map((frame) =>
        log({ indexedDB: (frame.contentWindow as typeof globalThis & Window).indexedDB }),
      );
      await Promise.all(
        pages.flatMap((made) => Array.from({ length: 25 }, () => made.append(proofEntry()))),
      );
      const records = await pages[0]!.records();
      expect(records.map(({ sequence }) => sequence)).toEqual([...Array(100).keys()]);
      expect(await pages[3]!.verify()).toEqual({
        ok: true,
        length: 100,
        firstBad: null,
        reason: null,
      });
    } finally {
      for (const frame of frames) frame.remove();
    }
  });

  it("writes in the very turn of the decision once the log is open, so that a closing window is no loss", async () => {
    const made = log({ collector: "/v1/records" });
    await made.open();
    const add = vi.spyOn(IDBObjectStore.prototype, "add");
    const commit = vi.spyOn(IDBTransaction.prototype, "commit");
    const read = vi.spyOn(IDBObjectStore.prototype, "getAll");
    const appended = made.append(proofEntry());
    // Promises settle within the turn; the database could answer only in a later one.
    for (let i = 0; i < 50; i++) await Promise.resolve();
    expect(add).toHaveBeenCalledTimes(1);
    expect(commit).toHaveBeenCalledTimes(1);
    expect(read).not.toHaveBeenCalled();
    expect(await appended).toMatchObject({ sequence: 0 });
  });

  it("notices that another page decided since it was opened, and follows on", async () => {
    const [one, two] = [log(), log()];
    await Promise.all([one.open(), two.open()]);
    const first = await one.append(proofEntry());
    expect(await two.append(proofEntry())).toMatchObject({ sequence: 1, previous: first.hash });
    expect(await one.append(proofEntry())).toMatchObject({ sequence: 2 });
    expect(await two.verify()).toMatchObject({ ok: true, length: 3 });
    expect(report).not.toHaveBeenCalled();
  });

  it("follows on in order when one page decides several times at once", async () => {
    const made = log();
    await made.open();
    const records = await Promise.all([1, 2, 3].map(() => made.append(proofEntry())));
    expect(records.map(({ sequence }) => sequence).toSorted((a, b) => a - b)).toEqual([0, 1, 2]);
    expect(await made.verify()).toMatchObject({ ok: true, length: 3 });
    expect(report).not.toHaveBeenCalled();
  });

  it("keeps all or nothing of an append that fails halfway", async () => {
    const made = log({ localStorage: undefined, collector: "/v1/records" });
    await made.append(proofEntry());
    const { put } = IDBObjectStore.prototype;
    vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(function (
      this: IDBObjectStore,
      row: unknown,
    ) {
      if (this.name == "heads") throw new DOMException("full", "QuotaExceededError");
      return put.call(this, row);
    });
    const inMemory = await made.append(proofEntry());
    vi.restoreAllMocks();
    expect(inMemory).toMatchObject({ sequence: 0, previous: null });
    expect(report.mock.calls).toEqual([["storage-refused", "indexedDB"]]);
    for (const name of ["records", "heads", "outbox"] as const) {
      expect(await rowsOf(name)).toHaveLength(1);
    }
    expect(await made.records()).toHaveLength(2);
    expect(await made.append(proofEntry())).toMatchObject({ sequence: 1 });
    expect(await made.verify()).toMatchObject({ ok: true, length: 3 });
  });
});
