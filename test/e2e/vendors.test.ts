import { expect, it } from "vitest";
import { BASIC, inline } from "../util/html.ts";
import { googleSnippet, hotjarSnippet, uetSnippet } from "../util/snippets.ts";
import { later } from "../util/later.ts";
import { inEveryEngine, inOneEngine, NOTHING } from "../util/visit.ts";

const GOOGLE = ["GET www.googletagmanager.com/gtag/js", "POST www.google-analytics.com/g/collect"];
const HOTJAR = [
  "GET script.hotjar.com/modules.0f3c.js",
  "GET static.hotjar.com/c/hotjar-123456.js",
  "POST in.hotjar.com/api/v2/client/sites/123456/visit-data",
];
const BING = ["GET bat.bing.com/action/0", "GET bat.bing.com/bat.js"];
/** Each vendor exactly once. */
const ONCE = [...BING, ...HOTJAR, ...GOOGLE].sort();

/** The same three vendors, in both ways that a site may have them. */
const WAYS = {
  "the vendors' own snippets, gated": {
    library: inline({
      ...BASIC,
      services: { "google-analytics": {}, hotjar: {}, "microsoft-uet": {} },
    }),
    body:
      googleSnippet("performance google-analytics") +
      hotjarSnippet("hotjar") +
      uetSnippet("marketing"),
  },
  "services of the catalogue": {
    library: inline({
      ...BASIC,
      services: {
        "google-analytics": { id: "G-TEST123" },
        hotjar: { id: 123456 },
        "microsoft-uet": { id: 1234567 },
      },
    }),
  },
};

for (const [way, parts] of Object.entries(WAYS)) {
  // What a loader of the catalogue inserts is gated where all scripts are.
  const run = way == "services of the catalogue" ? inOneEngine : inEveryEngine;
  await run(way, (open, network) => {
    it("sends and stores nothing before the choice", async () => {
      const page = await open(parts);
      await expect.poll(page.view).toBe("banner");
      await page.watch.expectNothingBefore();
      expect(await page.stored()).toEqual(NOTHING);
      const asked = page.requests?.() ?? [];
      expect(asked.filter((url) => !url.startsWith("https://www.shop.test/"))).toEqual([]);
      expect(await page.errors()).toEqual([]);
    });

    it("sends nothing after reject all, on this page and the next", async () => {
      const page = await open(parts);
      await page.watch.expectNothingBefore("reject-all");
      await expect.poll(page.view).toBe("none");
      await page.settle();
      await page.reload();
      await page.watch.expectOnly();
      expect(await page.view()).not.toBe("banner");
    });

    it("calls each vendor exactly once after accept all, and once on each page after", async () => {
      const page = await open(parts);
      await page.choose("accept-all");
      await expect.poll(page.calls).toEqual(ONCE);
      await page.settle();
      expect(page.calls()).toEqual(ONCE);

      network.log.clear();
      await page.reload();
      await expect.poll(page.calls).toEqual(ONCE);
      await page.settle();
      expect(page.calls()).toEqual(ONCE);
      expect(await page.view()).not.toBe("banner");
      expect(await page.errors()).toEqual([]);
    });

    it("tells Google and Microsoft what was permitted, in the first hit", async () => {
      const page = await open(parts);
      await page.choose("accept-all");
      await expect.poll(page.calls).toEqual(ONCE);
      const query = (path: string) =>
        new URLSearchParams(page.outside().find((entry) => entry.path == path)?.query);
      expect(query("/g/collect").get("gcs")).toBe("G111");
      expect(query("/action/0").get("asc")).toBe("G");
      const first = await page.evaluate(() => {
        const { dataLayer } = globalThis as unknown as { dataLayer: ArrayLike<string>[] };
        const [command] = dataLayer;
        return [Object.prototype.toString.call(command), command![0], command![1]];
      });
      expect(first).toEqual(["[object Arguments]", "consent", "default"]);
    });

    it("calls only the vendors of what was switched on", async () => {
      const page = await open(parts);
      await page.choose("open-preferences");
      await page.flip("performance");
      await page.choose("save");
      const some = [...GOOGLE, ...HOTJAR].sort();
      await expect.poll(page.calls).toEqual(some);
      await page.settle();
      expect(page.calls()).toEqual(some);
      const hit = page.outside().find(({ path }) => path == "/g/collect");
      expect(new URLSearchParams(hit?.query).get("gcs")).toBe("G101");
    });

    it("silences every vendor and erases what they left after a withdrawal", async () => {
      const page = await open(parts);
      await page.choose("accept-all");
      await expect.poll(page.calls).toEqual(ONCE);
      await expect.poll(async () => (await page.stored()).cookies).toContain("_uetvid");

      await page.evaluate(() => Consentry.current!.show("preferences"));
      await page.choose("withdraw-all");
      await expect
        .poll(page.stored)
        .toEqual({ ...NOTHING, cookies: ["consentry"], databases: ["consentry"] });
      await page.settle();
      page.watch.clear();
      await page.evaluate(() => history.pushState(null, "", "/next"));
      await later(network, page, 500); // Longer than the recorder's beat.
      await page.watch.expectOnly();
    });
  });
}
