import { createHash } from "node:crypto";
import { afterEach, describe, expect, it } from "vitest";
import { bench, lineOf, post, send, type Bench } from "./util/collector.ts";
import { ORIGIN, sealed } from "./util/records.ts";

/** What somebody without a token can try, and what it costs him. */
let desk: Bench;
afterEach(() => desk.remove());
const TOKEN = "a-long-enough-token";
const open = async (options: Parameters<typeof bench>[0] = {}) => (desk = await bench(options));
const categories = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`made-up-${i}`, true]));
const noticeOf = (text: string) => ({
  line: JSON.stringify({ notice: text }),
  hash: createHash("sha256").update(text).digest("hex"),
});
const owner = async () => {
  const headers = { authorization: `Bearer ${TOKEN}` };
  return (await desk.collector(new Request("https://c.example/owner", { headers }))).text();
};

describe("a stranger's work", () => {
  it("is charged by lines, bytes and keys, and another network is not kept waiting for it", async () => {
    await open({ now: () => Date.parse("2026-11-22T12:00:00Z"), limits: { rate: 1, burst: 60 } });
    const ask = async (lines: string[], ip: string) =>
      (await desk.collector(post(lines), { ip })).status;
    const lines = Array.from({ length: 45 }, () => lineOf(sealed()));
    expect(await ask(lines, "203.0.113.1")).toBe(200);
    expect(await ask(lines, "203.0.113.2")).toBe(429);
    const services = Object.fromEntries(
      Array.from({ length: 550 }, (_, i) => [`service-${i}`, true]),
    );
    const heavy = () => [lineOf(sealed({ services }))];
    expect(await ask(heavy(), "198.51.100.1")).toBe(200);
    expect(await ask(heavy(), "198.51.100.1")).toBe(429);
    expect(await ask([lineOf(sealed())], "192.0.2.1")).toBe(200);
  });

  it("names 40 categories in a record and no more", async () => {
    await open();
    const [good, bad] = [40, 41].map((count) =>
      sealed({ categories: { necessary: true, ...categories(count) } }),
    );
    const { results } = await send(desk.collector, [lineOf(good!), lineOf(bad!)]);
    expect(results.map(({ status, code }) => code ?? status)).toEqual(["stored", "too-many-keys"]);
  });

  it("leaves sums that stay small, whatever categories and banners he makes up", async () => {
    await open({ limits: { rate: 1e9, burst: 1e9 } });
    for (let round = 0; round < 30; round++) {
      const records = Array.from({ length: 20 }, (_, i) =>
        sealed({
          notice: createHash("sha256").update(`${round} ${i}`).digest("hex"),
          categories: Object.fromEntries(
            Array.from({ length: 40 }, (_x, c) => [`c-${round}-${i}-${c}`, true]),
          ),
        }),
      );
      await send(desk.collector, records.map(lineOf));
    }
    expect((await desk.store.counts(null, 99_999)).length).toBeLessThan(200);
  });

  it.each([
    "=1",
    "a\u202egnp.exe",
    "line\nbreak",
    "\u001b[2J",
    "zero\u200bwidth",
    "\u0085",
    "a\u2028b",
  ])("puts no unseen character into a field of one line: %j", async (text) => {
    await open();
    const lines = [
      sealed({ controller: text }),
      sealed({ page: `${ORIGIN}/${text}` }),
      sealed({ language: `en-${text}` }),
      sealed({ library: { version: text, build: "x" } }),
    ].map(lineOf);
    const { results } = await send(desk.collector, lines);
    // What shows as it is written may stand in a name; in a tag or a version it may not.
    const seen = text == "=1" ? ["stored", "stored"] : ["rejected", "rejected"];
    expect(results.map(({ status }) => status)).toEqual([
      ...seen,
      "rejected",
      text == "=1" ? "stored" : "rejected",
    ]);
  });
});

describe("a notice", () => {
  it("is taken only when a record in the log or in the same request names it", async () => {
    await open();
    const notice = noticeOf("anything at all");
    const code = async (lines: string[]) =>
      (await send(desk.collector, lines)).results.map((it) => it.code ?? it.status);
    expect(await code([notice.line])).toEqual(["notice-not-wanted"]);
    expect(await code([lineOf(sealed({ notice: notice.hash }))])).toEqual(["stored"]);
    expect(await code([notice.line])).toEqual(["stored"]);
    expect(await code([notice.line])).toEqual(["duplicate"]);
    const beside = noticeOf("beside its record");
    expect(await code([lineOf(sealed({ notice: beside.hash })), beside.line])).toEqual([
      "stored",
      "stored",
    ]);
  });

  it("is one of so many that are new for a site in a day", async () => {
    let now = Date.parse("2026-11-22T12:00:00Z");
    await open({ now: () => now, limits: { notices: 2, rate: 1e9, burst: 1e9 } });
    const put = async (text: string) => {
      const { line, hash } = noticeOf(text);
      const lines = [lineOf(sealed({ notice: hash })), line];
      const { results } = await send(desk.collector, lines);
      return results[1]!.code ?? results[1]!.status;
    };
    expect([await put("one"), await put("two"), await put("three")]).toEqual([
      "stored",
      "stored",
      "too-many-notices",
    ]);
    now += 86_400_000;
    expect(await put("three")).toBe("stored");
  });

  it("that comes after its first record is known on the owner's page all the same", async () => {
    await open({ ownerToken: TOKEN });
    const { line, hash } = noticeOf("the banner");
    const { wanted } = await send(desk.collector, [lineOf(sealed({ notice: hash }))]);
    expect(wanted).toEqual([hash]);
    expect(await owner()).toContain("text not in the log");
    await send(desk.collector, [line]);
    await send(desk.collector, [lineOf(sealed({ notice: hash }))]);
    const page = await owner();
    expect(page).toContain(hash.slice(0, 12));
    expect(page).not.toContain("text not in the log");
    const sums = await desk.store.bannerSums(hash, "2000-01-01", "");
    expect(sums).toContainEqual({ name: "event:given", n: 2 });
  });
});

describe("a disk that fills up", () => {
  it("takes no new record, says so once, and goes on reading, erasing and showing the owner's page", async () => {
    const limits = { maxSize: 200_000, rate: 1e9, burst: 1e9 };
    let now = Date.now();
    await open({ ownerToken: TOKEN, limits, now: () => now });
    const big = Object.fromEntries(Array.from({ length: 400 }, (_, i) => [`s-${i}`, true]));
    const subjects: string[] = [];
    let status = 200;
    for (let i = 0; i < 100 && status == 200; i++) {
      now += 2_000;
      const record = sealed({ services: big, at: new Date(now).toISOString() });
      const response = await desk.collector(post([lineOf(record)]));
      ({ status } = response);
      if (status == 200) subjects.push(record.subject);
      else expect(await response.json()).toEqual({ error: "storage-full" });
    }
    expect(status).toBe(503);
    expect(subjects.length).toBeGreaterThan(3);
    await desk.collector(post([lineOf(sealed())]));
    expect(desk.lines.filter(({ event }) => event == "storage-full")).toHaveLength(1);
    const read = new Request("https://c.example/checkpoint");
    expect((await desk.collector(read)).status).toBe(200);
    expect(await owner()).toContain("Consent decisions");
    for (const subject of subjects) await desk.store.erase({ subject });
    now += 2_000;
    expect((await desk.collector(post([lineOf(sealed())]))).status).toBe(200);
  });

  it("counts what the disk has left", async () => {
    await open({ limits: { reserve: Infinity } });
    expect((await desk.collector(post([lineOf(sealed())]))).status).toBe(503);
  });
});
