import { chromium, type Browser } from "playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchOptions } from "../../scripts/browsers.mjs";
import { ceiling } from "../../src/collector/owner/charts.ts";
import { lastDays, summarise } from "../../src/collector/owner/summarise.ts";
import { serve, type Serving } from "../../src/collector/node/serve.ts";
import { bench, lineOf, send, type Bench } from "./util/collector.ts";
import { append, entryOf, noticeOf } from "./util/entries.ts";
import { ORIGIN, sealed } from "./util/records.ts";

const TOKEN = "a-long-enough-token";
const NOW = Date.parse("2026-11-22T12:00:00Z");
const DAY = 86_400_000;
const PAYLOAD = '"><script>window.hit=1</script><img src=x onerror="window.hit=1">';
let desk: Bench;
let serving: Serving;
let browser: Browser;
beforeAll(async () => {
  desk = await bench({
    ownerToken: TOKEN,
    now: () => NOW,
    origins: [ORIGIN, "https://other.example"],
    limits: { rate: 1e9 },
  });
  const banner = noticeOf("banner one");
  await append(desk.store, desk.log, [banner], () => NOW - 20 * DAY);
  const notice = Buffer.from(banner.hash).toString("hex");
  for (let day = 19; day >= 0; day--) {
    const entries = Array.from({ length: 12 + ((day * 7) % 9) }, (_, i) => {
      const yes = i % 3 > 0;
      return entryOf(
        sealed({
          notice: day > 9 ? notice : "cd".repeat(32),
          event: yes ? "given" : i % 2 ? "withdrawn" : "refused",
          categories: { necessary: true, performance: yes, marketing: i % 4 == 0 },
          page: i % 5 ? `${ORIGIN}/` : "https://other.example/",
          controller: PAYLOAD,
          language: PAYLOAD,
          library: { version: PAYLOAD, build: PAYLOAD },
        }),
      );
    });
    await append(desk.store, desk.log, entries, () => NOW - day * DAY);
  }
  serving = await serve(desk.collector, { port: 0 });
  browser = await chromium.launch((await launchOptions("chromium")) ?? {});
});
afterAll(async () => {
  await browser?.close();
  await serving?.close();
  await desk.remove();
});

const get = (path: string, authorization?: string) =>
  desk.collector(
    new Request(`https://c.example${path}`, authorization ? { headers: { authorization } } : {}),
  );
const url = (path: string) => `http://127.0.0.1:${serving.port}${path}`;

describe("the owner's page", () => {
  it("opens with the token only, and asks a browser for it", async () => {
    const shut = await get("/owner");
    expect([shut.status, shut.headers.get("www-authenticate")]).toEqual([
      401,
      'Basic realm="consentry"',
    ]);
    expect((await get("/owner", `Bearer ${TOKEN}x`)).status).toBe(401);
    expect((await get("/owner", `Bearer ${TOKEN}`)).status).toBe(200);
  });

  it("slows down who guesses", async () => {
    const fresh = await bench({ ownerToken: TOKEN, now: () => NOW });
    const statuses: number[] = [];
    for (let i = 0; i < 22; i++) {
      const request = new Request("https://c.example/owner", {
        headers: { authorization: `Bearer ${i}` },
      });
      statuses.push((await fresh.collector(request, { ip: "192.0.2.1" })).status);
    }
    expect(statuses.slice(0, 20)).toEqual(Array<number>(20).fill(401));
    expect(statuses.slice(20)).toEqual([429, 429]);
    await fresh.remove();
  });

  it("shows sums, bars and shares, under a policy that lets nothing run or load", async () => {
    const context = await browser.newContext({
      httpCredentials: { username: "owner", password: TOKEN },
      viewport: { width: 1000, height: 1100 },
    });
    const page = await context.newPage();
    const trouble: string[] = [];
    page.on("console", (message) => trouble.push(message.text()));
    page.on("pageerror", (error) => trouble.push(error.message));
    const response = await page.goto(url("/owner?days=30"));
    expect(response!.headers()["content-security-policy"]).toMatch(
      /^default-src 'none'; .*style-src 'sha256-/,
    );
    expect(await page.getByRole("img", { name: "Decisions per day" }).isVisible()).toBe(true);
    const row = page.getByRole("table").first().getByRole("row", { name: "performance" });
    expect(await row.innerText()).toMatch(/performance\s+6\d(\.\d)? %\s+319/);
    expect(await page.getByRole("table").nth(1).getByRole("row").count()).toBe(3);
    expect(await page.evaluate(() => "hit" in window)).toBe(false);
    // The style applied: the policy's hash is right.
    const fill = await page
      .locator("rect.accepted")
      .first()
      .evaluate((it) => getComputedStyle(it).fill);
    expect(fill).toBe("rgb(31, 111, 178)");
    expect(trouble).toEqual([]);
    await page.getByRole("link", { name: "other.example" }).click();
    await page.getByRole("link", { name: "7 days" }).click();
    expect(page.url()).toContain("days=7&site=other.example");
    await context.close();
  });

  it("holds nothing of what records or strangers say", async () => {
    const typed = encodeURIComponent(PAYLOAD);
    const text = await (await get(`/owner?site=${typed}&days=${typed}`, `Bearer ${TOKEN}`)).text();
    expect(text).not.toMatch(/<script|onerror|<img/i);
    expect(text).not.toContain("hit=1");
  });

  it("finds a visitor's records by consent id and by record id, in words, and shows no markup of theirs", async () => {
    const [body] = await desk.store.bodies({}, -1, 1);
    for (const id of [body!.subject, body!.id]) {
      const text = await (await get(`/owner?id=${id}`, `Bearer ${TOKEN}`)).text();
      expect(text).toContain("its text gives the hash that was signed");
      expect(text).toContain("<pre>banner one</pre>");
      expect(text).toContain("&lt;script&gt;");
      expect(text).not.toMatch(/<script|<img/i);
    }
    const context = await browser.newContext({
      httpCredentials: { username: "owner", password: TOKEN },
    });
    const page = await context.newPage();
    await page.goto(url("/owner"));
    await page.getByLabel("Consent id or record id").fill("nobody-at-all");
    await page.getByRole("button", { name: "Find" }).click();
    expect(await page.getByRole("status").innerText()).toContain("no record with this id");
    expect(await page.content()).not.toContain("nobody-at-all");
    await context.close();
  });

  it("is there for an empty log too", async () => {
    const fresh = await bench({ ownerToken: TOKEN });
    const request = new Request("https://c.example/owner", {
      headers: { authorization: `Bearer ${TOKEN}` },
    });
    const text = await (await fresh.collector(request)).text();
    expect(text).toContain("No decision in this period");
    await send(fresh.collector, [lineOf(sealed())]);
    await fresh.remove();
  });
});

describe("the owner's sums", () => {
  it("add up days, kinds, categories and banners, for one site or all", async () => {
    const { store, remove } = await bench();
    const base = { day: "2026-11-22", site: "a.example", notice: "n1" };
    await store.putCounts([
      { ...base, name: "event:given", n: 3 },
      { ...base, name: "event:expired", n: 1 },
      { ...base, name: "yes:performance", n: 3 },
      { ...base, name: "no:performance", n: 1 },
      { ...base, name: "yes:necessary", n: 4 },
      { ...base, site: "b.example", name: "event:refused", n: 5 },
      { ...base, day: "2026-11-20", name: "event:given", n: 9 },
    ]);
    const days = lastDays(2, NOW);
    expect(days).toEqual(["2026-11-21", "2026-11-22"]);
    const all = await summarise(store, days, "");
    expect(all.total).toEqual({ accepted: 3, refused: 5, withdrawn: 0, ended: 1 });
    expect(all.days[1]!.counts).toEqual(all.total);
    expect([...all.categories]).toEqual([["performance", { yes: 3, no: 1 }]]);
    expect(all.banners).toMatchObject([{ notice: "n1", decisions: 9, firstDay: "2026-11-21" }]);
    expect(await store.sites(days[0]!)).toEqual(["a.example", "b.example"]);
    const one = await summarise(store, days, "b.example");
    expect(one.total).toMatchObject({ accepted: 0, refused: 5 });
    await remove();
  });

  it("have a scale that ends at a round number", () => {
    expect([1, 2, 3, 7, 11, 23, 101, 4_999, 5_001].map(ceiling)).toEqual([
      1, 2, 5, 10, 20, 50, 200, 5_000, 10_000,
    ]);
  });
});
