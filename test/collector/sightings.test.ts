import { chromium, type Browser } from "playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchOptions } from "../../scripts/browsers.mjs";
import { serve, type Serving } from "../../src/collector/node/serve.ts";
import { bench, post, type Bench } from "./util/collector.ts";
import { ORIGIN } from "./util/records.ts";

const TOKEN = "a-long-enough-token";
const DAY = 86_400_000;
let now = Date.parse("2026-11-22T12:00:00Z");
let desk: Bench;
let serving: Serving;
let browser: Browser;
beforeAll(async () => {
  desk = await bench({
    ownerToken: TOKEN,
    now: () => now,
    origins: [ORIGIN, "https://other.example"],
    limits: { rate: 1e9 },
  });
  serving = await serve(desk.collector, { port: 0 });
  browser = await chromium.launch((await launchOptions("chromium")) ?? {});
});
afterAll(async () => {
  await browser?.close();
  await serving?.close();
  await desk.remove();
});

const PIXEL = { service: "", kind: "img", what: "pixel.vendor.test" };
const sighting = (more: object = {}): object => ({
  release: "r1",
  page: "/cart",
  seen: [PIXEL],
  ...more,
});
const see = async (
  body: unknown,
  headers: Record<string, string> = {},
  on = desk,
): Promise<number> => {
  const text = typeof body == "string" ? body : JSON.stringify(body);
  return (await on.collector(post(text, { headers }, "/v1/sightings"))).status;
};
const lines = (site = "") => desk.store.sightings("2026-01-01", "2026-12-31", site, 10_000);

describe("sightings of the leak monitor", () => {
  it("are added up by day, site, release, host and page, and say nothing of who looked", async () => {
    expect(await see(sighting())).toBe(204);
    expect(await see(sighting(), { Origin: "https://other.example" })).toBe(204);
    now += DAY;
    for (let i = 0; i < 3; i++) await see(sighting({ release: "r2" }));
    const base = { kind: "img", what: "pixel.vendor.test", page: "/cart", service: "" };
    expect(await lines("shop.example")).toEqual([
      { ...base, day: "2026-11-23", site: "shop.example", release: "r2", n: 3 },
      { ...base, day: "2026-11-22", site: "shop.example", release: "r1", n: 1 },
    ]);
    // Nothing of it is in the log.
    expect((await desk.store.head()).frontier.size).toBe(0);
  });

  it.each<[what: string, body: unknown]>([
    ["no JSON", "x"],
    ["null", null],
    ["nothing seen", sighting({ seen: [] })],
    ["too much", sighting({ seen: Array.from({ length: 51 }, () => PIXEL) })],
    ["a query", sighting({ page: "/cart?email=a@b.example" })],
    ["no path", sighting({ page: "https://shop.example/" })],
    ["markup", sighting({ seen: [{ ...PIXEL, what: "<img src=x>" }] })],
    ["a number", sighting({ release: 5 })],
    ["a long name", sighting({ seen: [{ ...PIXEL, what: "x".repeat(121) }] })],
  ])("are refused where they have %s", async (_what, body) => {
    const before = await lines();
    expect(await see(body)).toBe(400);
    expect(await lines()).toEqual(before);
  });

  it("come from pages of the site only, by POST, and not too many from one network", async () => {
    expect(await see(sighting(), { Origin: "https://evil.example" })).toBe(403);
    const read = new Request("https://c.example/v1/sightings", { headers: { Origin: ORIGIN } });
    expect((await desk.collector(read)).status).toBe(405);
    const slow = await bench({ now: () => now, limits: { rate: 1, burst: 3 } });
    const statuses = [];
    for (let i = 0; i < 5; i++) statuses.push(await see(sighting(), {}, slow));
    expect(statuses).toEqual([204, 204, 204, 429, 429]);
    await slow.remove();
  });

  it("make so many lines a day and no more, whoever writes them", async () => {
    now += DAY;
    const day = new Date(now).toISOString().slice(0, 10);
    for (let i = 0; i < 13; i++) {
      const seen = Array.from({ length: 50 }, (_, at) => ({ ...PIXEL, what: `x${i}-${at}.test` }));
      expect(await see(sighting({ seen }))).toBe(204);
    }
    const kept = await desk.store.sightings(day, day, "", 10_000);
    expect(kept).toHaveLength(500);
    expect(kept.reduce((sum, { n }) => sum + n, 0)).toBe(650);
    expect(kept[0]).toMatchObject({ what: "other", n: 151 });
  });

  it("stand on a page of the owner's, by release and host and over time, for who shows the token", async () => {
    now += DAY;
    const hotjar = { service: "hotjar", kind: "script", what: "static.hotjar.com" };
    await see(sighting({ release: "2026-11-25", seen: [hotjar, PIXEL] }));
    const shut = await desk.collector(new Request("https://c.example/owner/leaks"));
    expect(shut.status).toBe(401);
    const context = await browser.newContext({
      httpCredentials: { username: "owner", password: TOKEN },
    });
    const page = await context.newPage();
    const trouble: string[] = [];
    page.on("console", (message) => trouble.push(message.text()));
    await page.goto(`http://127.0.0.1:${serving.port}/owner`);
    await page.getByRole("link", { name: "What left the pages" }).click();
    expect(await page.getByRole("img", { name: "Sightings per day" }).isVisible()).toBe(true);
    expect(await page.getByRole("heading", { level: 2 }).nth(1).innerText()).toBe(
      "Release 2026-11-25",
    );
    const row = page.getByRole("table").first().getByRole("row", { name: "static.hotjar.com" });
    expect(await row.innerText()).toMatch(/script\s+hotjar\s+\/cart\s+2026-11-25\s+1/);
    await page.getByRole("link", { name: "other.example" }).click();
    expect(await page.getByRole("row", { name: "static.hotjar.com" }).count()).toBe(0);
    expect(trouble).toEqual([]);
    await context.close();
  });
});
