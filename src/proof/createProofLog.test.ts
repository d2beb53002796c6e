import { createHash } from "node:crypto";
import { describe, expect, it, vi } from "vitest";
import { fakeLocks } from "../../test/util/fakeLocks.ts";
import { NOON, proofEntry, randomBytes } from "../../test/util/proofEntry.ts";
import { createProofLog } from "./createProofLog.ts";
import type { ProofEnv } from "./proofLog.ts";

const storage = (): Storage => Object.create(null) as Storage;

function env(fields: Partial<ProofEnv> = {}) {
  const report = vi.fn<ProofEnv["report"]>();
  const fetch = vi.fn<typeof globalThis.fetch>();
  const world: ProofEnv = {
    indexedDB: undefined,
    localStorage: storage(),
    locks: fakeLocks(),
    fetch,
    now: () => NOON,
    random: randomBytes,
    collector: "",
    window: undefined,
    report,
    ...fields,
  };
  return { world, report, fetch };
}

describe("a proof log without IndexedDB", () => {
  it("touches nothing by being made or read", async () => {
    const { world, report, fetch } = env();
    const log = createProofLog(world);
    expect(await log.records()).toEqual([]);
    expect(await log.verify()).toEqual({ ok: true, length: 0, firstBad: null, reason: null });
    expect(await log.export()).toBe("");
    expect(await log.pending()).toBe(0);
    expect(Object.keys(world.localStorage!)).toEqual([]);
    expect(report).not.toHaveBeenCalled();
    expect(fetch).not.toHaveBeenCalled();
  });

  it("keeps one key for each record in localStorage, says so once, and goes on after a reload", async () => {
    const { world, report } = env();
    const first = await createProofLog(world).append(proofEntry());
    const log = createProofLog(world);
    const second = await log.append(proofEntry({ event: "withdrawn" }));
    await log.append(proofEntry());
    expect(second).toMatchObject({ sequence: 1, previous: first.hash, event: "withdrawn" });
    const keys = Object.keys(world.localStorage!);
    expect(keys.filter((key) => key.startsWith("consentry/records/"))).toHaveLength(3);
    expect(keys.filter((key) => key.startsWith("consentry/notices/"))).toHaveLength(1);
    expect(keys.filter((key) => key.startsWith("consentry/outbox/"))).toEqual([]);
    expect(await log.records()).toMatchObject([first, second, { sequence: 2 }]);
    expect(await log.verify()).toMatchObject({ ok: true, length: 3 });
    expect(report.mock.calls).toEqual([
      ["storage-refused", "indexedDB"],
      ["storage-refused", "indexedDB"],
    ]);
  });

  it("keeps records in memory where nothing else is left", async () => {
    const { world, report } = env({ localStorage: undefined });
    const log = createProofLog(world);
    await log.append(proofEntry());
    await log.append(proofEntry());
    expect(await log.verify()).toMatchObject({ ok: true, length: 2 });
    expect(report.mock.calls).toEqual([["storage-refused", "indexedDB"]]);
  });

  it("goes down one step when the quota of localStorage is used up, and loses nothing", async () => {
    const small = new Proxy(storage(), {
      set: (target, key, text) => {
        if (!(key in target) && Object.keys(target).length >= 4) {
          throw new DOMException("full", "QuotaExceededError");
        }
        return Reflect.set(target, key, text);
      },
    });
    const { world, report } = env({ localStorage: small });
    const log = createProofLog(world);
    for (let i = 0; i < 4; i++) await log.append(proofEntry());
    expect(await log.records()).toHaveLength(4);
    expect(await log.verify()).toMatchObject({ ok: true, length: 4 });
    expect(report.mock.calls).toEqual([
      ["storage-refused", "indexedDB"],
      ["storage-refused", "localStorage"],
    ]);
  });

  it("names the first altered record, counted over all chains, and keeps it in the export", async () => {
    const { world } = env();
    const log = createProofLog(world);
    for (let i = 0; i < 3; i++) await log.append(proofEntry());
    const store = world.localStorage!;
    const key = Object.keys(store).filter((it) => it.includes("/records/"))[1]!;
    store[key] = String(store[key]).replace("given", "taken");
    expect(await log.verify()).toEqual({
      ok: false,
      length: 3,
      firstBad: 1,
      reason: "This is not a record (event).",
    });
    expect(await log.records()).toHaveLength(2);

    const later = createProofLog(world);
    const record = await later.append(proofEntry());
    expect(record).toMatchObject({ sequence: 0, previous: null });
    expect(await later.verify()).toMatchObject({ ok: false, length: 4, firstBad: 1 });
    expect(await later.records()).toHaveLength(3);
    expect(await later.export()).toContain("taken");
  });

  it("exports every byte that is kept, one kind a line", async () => {
    const { world } = env();
    const log = createProofLog(world);
    const record = await log.append(proofEntry());
    const lines = (await log.export())
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as unknown);
    expect(lines).toEqual([
      { type: "consentry/1 notice", hash: record.notice, text: proofEntry().notice },
      {
        type: "consentry/1 record",
        chain: "localStorage/0",
        text: record.text,
        hash: record.hash,
      },
      { type: "consentry/1 head", chain: "localStorage/0", hash: record.hash },
    ]);
  });

  it("names what was shown by its SHA-256, also when it was hashed before the click", async () => {
    const hashes = ["one", "one", "two", "", "one"].map((text) =>
      createHash("sha256").update(text).digest("hex"),
    );
    const log = createProofLog(env().world);
    await log.open("one");
    await new Promise((resolve) => setTimeout(resolve, 5));
    const notices: string[] = [];
    for (const notice of ["one", "one", "two", "", "one"]) {
      notices.push((await log.append(proofEntry({ notice }))).notice);
    }
    expect(notices).toEqual(hashes);
  });

  it("rejects an impossible date, and reports no storage for it", async () => {
    const { world, report } = env();
    await expect(createProofLog(world).append(proofEntry({ at: 9e15 }))).rejects.toThrow(
      RangeError,
    );
    expect(report).not.toHaveBeenCalled();
  });

  it("goes on where the database throws, hangs or is not ours", async () => {
    vi.useFakeTimers();
    try {
      const open = vi.fn<IDBFactory["open"]>();
      const { world, report } = env({ indexedDB: { open } as unknown as IDBFactory });
      open.mockImplementation(() => {
        throw new DOMException("denied", "SecurityError");
      });
      const log = createProofLog(world);
      expect(await log.append(proofEntry())).toMatchObject({ sequence: 0 });

      open.mockImplementation(() => ({}) as IDBOpenDBRequest);
      let appended: unknown;
      void log.append(proofEntry()).then((record) => (appended = record));
      await vi.advanceTimersByTimeAsync(999);
      expect(appended).toBeUndefined();
      await vi.advanceTimersByTimeAsync(1);
      expect(appended).toMatchObject({ sequence: 1 });
      expect(report.mock.calls).toEqual([["storage-refused", "indexedDB"]]);
      const verified = log.verify();
      await vi.advanceTimersByTimeAsync(1000);
      expect(await verified).toEqual({
        ok: false,
        length: 2,
        firstBad: null,
        reason: "A part of the log cannot be read.",
      });
    } finally {
      vi.useRealTimers();
    }
  });
});
