import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { bodyOf, fakeCollector } from "../../test/util/fakeCollector.ts";
import { proofEntry } from "../../test/util/proofEntry.ts";
import { senderWorld, type SenderWorld } from "../../test/util/senderWorld.ts";

let world: SenderWorld;
let page: SenderWorld["page"];
let kept: SenderWorld["kept"];
let collector: SenderWorld["collector"];
let statuses: SenderWorld["statuses"];
let problems: SenderWorld["problems"];

/** Lets everything happen that needs no time. */
const settled = () => vi.advanceTimersByTimeAsync(0);

beforeEach(async () => {
  await import("./createSender.ts"); // So that fake time need not wait for the file.
  vi.useFakeTimers({ now: Date.UTC(2026, 4, 1) });
  world = senderWorld();
  ({ page, kept, collector, statuses, problems } = world);
});

afterEach(() => {
  world.close();
  vi.useRealTimers();
});

describe("the sender", () => {
  it("sends a record right after it was sealed, in the one shape of request", async () => {
    const record = await page().append(proofEntry());
    await vi.waitFor(() => expect(kept("outbox")).toBe(0));
    expect(collector.fetch).toHaveBeenCalledTimes(1);
    const [url, init] = collector.fetch.mock.calls[0]!;
    expect(url).toBe("https://shop.example/v1/records");
    expect(init).toMatchObject({ method: "POST", keepalive: true, credentials: "omit" });
    expect(init?.signal).toBeInstanceOf(AbortSignal);
    expect(new Request("https://shop.example", init).headers.get("content-type")).toBe(
      "text/plain;charset=UTF-8",
    );
    expect(JSON.parse(bodyOf(init))).toEqual({ text: record.text, hash: record.hash });
    expect(collector.stored.get(record.id)).toBe(record.text);
  });

  it("keeps the record and the receipt after delivery", async () => {
    const log = page();
    await log.append(proofEntry());
    await vi.waitFor(() => expect(kept("outbox")).toBe(0));
    expect(kept("records")).toBe(1);
    expect(kept("receipts")).toBe(1);
    expect(await log.export()).toContain('"checkpoint":"note"');
    expect(statuses.at(-1)).toEqual({ pending: 0, quarantined: 0, error: null });
  });

  it.each(["offline", "html", "deaf", "cut", 401, 403, 404, 408, 429, 500, 503] as const)(
    "keeps everything while the collector is %s, and delivers once it is well again",
    async (mood) => {
      collector.mood = mood;
      const log = page();
      const { id } = await log.append(proofEntry());
      await vi.waitFor(() => expect(statuses).toHaveLength(1));
      const error = mood == "offline" || mood == "deaf" ? 0 : typeof mood == "number" ? mood : 200;
      expect(statuses[0]).toEqual({ pending: 1, quarantined: 0, error });
      await vi.advanceTimersByTimeAsync(3_600_000);
      expect(kept("outbox")).toBe(1);
      expect(kept("quarantine")).toBe(0);

      collector.mood = "well";
      await vi.advanceTimersByTimeAsync(300_000);
      expect(kept("outbox")).toBe(0);
      expect(collector.stored.has(id)).toBe(true);
      expect(kept("delivery")).toBe(0);
      expect(problems.filter((it) => !it.startsWith("storage-refused"))).toEqual([]);
    },
  );

  it("waits longer after each failure, across pages too, and asks no oftener for new records", async () => {
    collector.mood = 503;
    const first = page();
    await first.append(proofEntry());
    await vi.waitFor(() => expect(statuses).toHaveLength(1));
    first.close();
    const second = page();
    await second.append(proofEntry());
    await second.append(proofEntry());
    await settled();
    expect(collector.fetch).toHaveBeenCalledTimes(1);
    const times: number[] = [];
    collector.fetch.mockImplementation(async () => {
      times.push(Date.now());
      return new Response("no", { status: 503 });
    });
    await vi.advanceTimersByTimeAsync(60_000);
    const gaps = times.slice(1).map((time, i) => time - times[i]!);
    expect(gaps.slice(0, 4)).toEqual([2000, 4000, 8000, 16_000]);
  });

  it("honours Retry-After", async () => {
    collector.mood = 429;
    collector.retryAfter = "120";
    await page().append(proofEntry());
    await vi.waitFor(() => expect(statuses).toHaveLength(1));
    collector.mood = "well";
    await vi.advanceTimersByTimeAsync(119_000);
    expect(collector.fetch).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(1000);
    expect(kept("outbox")).toBe(0);
  });

  it("does not believe a wait that comes from a clock set back", async () => {
    collector.mood = 503;
    const log = page();
    await log.append(proofEntry());
    await vi.waitFor(() => expect(statuses).toHaveLength(1));
    log.close();
    vi.setSystemTime(Date.UTC(2020, 0, 1));
    collector.mood = "well";
    expect(await page().pending()).toBe(1);
    await vi.waitFor(() => expect(kept("outbox")).toBe(0));
  });

  it("tries once more without keepalive, which others may have used up", async () => {
    collector.mood = "quota";
    await page().append(proofEntry());
    await vi.waitFor(() => expect(statuses).toHaveLength(1));
    await vi.advanceTimersByTimeAsync(1000);
    await vi.waitFor(() => expect(kept("outbox")).toBe(0));
    expect(collector.fetch.mock.calls.map(([, init]) => init?.keepalive)).toEqual([true, false]);
  });

  it("sends at most 20 records and 16 KiB at a time, oldest first", async () => {
    collector.mood = "offline";
    const log = page();
    const ids: string[] = [];
    for (let i = 0; i < 45; i++) ids.push((await log.append(proofEntry())).id);
    collector.mood = "well";
    collector.fetch.mockClear();
    await vi.advanceTimersByTimeAsync(300_000);
    expect([...collector.stored.keys()]).toEqual(ids);
    for (const body of collector.bodies()) {
      expect(body.split("\n").length).toBeLessThanOrEqual(20);
      expect(new TextEncoder().encode(body).length).toBeLessThanOrEqual(16_384);
    }
  });

  it("deletes only what was named, and sends the rest again", async () => {
    collector.mood = "offline";
    const log = page();
    for (let i = 0; i < 5; i++) await log.append(proofEntry());
    collector.mood = "half";
    await vi.advanceTimersByTimeAsync(300_000);
    expect(collector.stored.size).toBe(5);
    expect(kept("outbox")).toBe(0);
  });

  it("moves a record that is refused for good to quarantine, and says which", async () => {
    collector.mood = "strict";
    const log = page();
    const { id } = await log.append(proofEntry());
    await vi.waitFor(() => expect(kept("outbox")).toBe(0));
    expect(kept("quarantine")).toBe(1);
    expect(kept("records")).toBe(1);
    expect(problems).toContain(`record-refused ${id}: wrong-site`);
    expect(statuses.at(-1)).toEqual({ pending: 0, quarantined: 1, error: null });
  });

  it.each([400, 413, 422])(
    "splits a batch that is answered %i until the one record is found",
    async (status) => {
      collector.mood = "offline";
      const log = page();
      const ids: string[] = [];
      for (let i = 0; i < 9; i++) ids.push((await log.append(proofEntry())).id);
      const well = fakeCollector();
      collector.fetch.mockImplementation(async (url, init) =>
        bodyOf(init).includes(ids[6]!) ? new Response("no", { status }) : well.fetch(url, init),
      );
      await vi.advanceTimersByTimeAsync(300_000);
      expect([...well.stored.keys()]).toEqual(ids.filter((id) => id != ids[6]));
      expect(kept("outbox")).toBe(0);
      expect(kept("quarantine")).toBe(1);
      expect(problems).toContain(`record-refused ${ids[6]}: ${status}`);
    },
  );

  it("sends the words behind a hash when the collector lacks them", async () => {
    const entry = proofEntry();
    const { notice } = await page({ collector: "" }).append(entry);
    collector.wanted = [notice, "ff".repeat(32)];
    await page().append(entry);
    await vi.waitFor(() => expect(collector.notices).toEqual([entry.notice]));
    expect(collector.bodies()[1]).toBe(JSON.stringify({ notice: entry.notice }));
  });

  it("leaves the sending to one page of the browser at a time", async () => {
    let running = 0;
    let most = 0;
    const { fetch } = fakeCollector();
    collector.fetch.mockImplementation(async (url, init) => {
      most = Math.max(most, ++running);
      await new Promise((resolve) => setTimeout(resolve, 50));
      running--;
      return fetch(url, init);
    });
    const pages = [page(), page(), page()];
    for (let i = 0; i < 9; i++) await pages[i % 3]!.append(proofEntry());
    await vi.advanceTimersByTimeAsync(60_000);
    expect(most).toBe(1);
    expect(kept("outbox")).toBe(0);
  });

  it("sends without locks too, and where locks are refused", async () => {
    const refusing = { request: () => Promise.reject(new DOMException("", "SecurityError")) };
    await page({ locks: undefined }).append(proofEntry());
    await vi.waitFor(() => expect(collector.stored.size).toBe(1));
    await page({
      localStorage: undefined,
      locks: refusing as unknown as LockManager,
    }).append(proofEntry());
    await vi.waitFor(() => expect(collector.stored.size).toBe(2));
  });

  it("finds what an earlier page left behind, and sends it when it is asked what waits", async () => {
    collector.mood = "offline";
    const first = page();
    await first.append(proofEntry());
    await vi.waitFor(() => expect(statuses).toHaveLength(1));
    first.close();
    collector.mood = "well";
    vi.setSystemTime(Date.now() + 5000);
    const second = page();
    expect(await second.pending()).toBe(1);
    await vi.waitFor(() => expect(kept("outbox")).toBe(0));
    expect(await second.pending()).toBe(0);
  });

  it("stops when it is closed: no request, no timer, nothing deleted", async () => {
    collector.mood = 503;
    const log = page();
    await log.append(proofEntry());
    await vi.waitFor(() => expect(statuses).toHaveLength(1));
    log.close();
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(collector.fetch).toHaveBeenCalledTimes(1);
    expect(kept("outbox")).toBe(1);
  });

  it("survives a listener of its own that throws", async () => {
    const log = page({
      onDelivery() {
        throw new Error("listener");
      },
    });
    await log.append(proofEntry());
    await log.append(proofEntry());
    await vi.waitFor(() => expect(collector.stored.size).toBe(2));
  });
});
