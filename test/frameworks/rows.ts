import { expect } from "vitest";
import { fetchedBy, film, inlineScripts, type Shop } from "./openShop.ts";
import { PAGE_ROWS } from "./pageRows.ts";
import type { Row, World } from "./row.ts";

/** Opens the app and accepts all: what is gated on the first page has come. */
async function accepted({ visit }: World, path = "/"): Promise<Shop> {
  const shop = await visit(path);
  await expect.poll(shop.view).toBe("banner");
  await shop.choose("accept-all");
  await expect.poll(shop.hits).toHaveLength(1);
  await shop.settle();
  return shop;
}

export const ROWS: readonly Row[] = [
  {
    title: "asks first: nothing gated stands in the server's HTML, and nothing leaves",
    isShort: true,
    async run({ visit }) {
      const shop = await visit();
      await expect.poll(shop.view).toBe("banner");
      await shop.settle();
      expect(fetchedBy((await shop.sent("/")).html)).toEqual([]);
      expect(shop.outside()).toEqual([]);
      expect(await film(shop)).toBe("p");
      expect(shop.said()).toEqual([]);
    },
  },
  {
    title: "shows the banner from the HTML, before any script of the app has come",
    async run({ visit }) {
      const shop = await visit("/two", true);
      expect(await shop.heading()).toBe("Two");
      await expect.poll(shop.view).toBe("banner");
      await shop.choose("accept-all");
      await expect.poll(shop.view).toBe("none");
      await shop.settle();
      expect(shop.outside()).toEqual([]);
      shop.isMute = false;
      await shop.reload();
      await expect.poll(shop.hits).toEqual(["/two"]);
      expect(await shop.view()).not.toBe("banner");
    },
  },
  {
    title: "runs what the visitor accepts, once, and counts each page once as links are followed",
    isShort: true,
    async run(world) {
      const shop = await accepted(world);
      await expect.poll(shop.films).toBe(1);
      expect([shop.tags(), shop.hits(), await film(shop)]).toEqual([1, ["/"], "iframe"]);
      for (const host of world.app.loads ?? []) {
        await expect.poll(() => shop.outside().map((one) => one.host)).toContain(host);
      }
      await shop.follow("/two", "Two");
      await expect.poll(shop.hits).toEqual(["/", "/two"]);
      await shop.follow("/", "Home");
      await expect.poll(shop.films).toBe(2);
      await shop.settle();
      expect([shop.tags(), shop.hits()]).toEqual([1, ["/", "/two", "/"]]);
      expect([shop.documents(), shop.said()]).toEqual([1, []]);
    },
  },
  {
    title: "an open banner stays as links are followed, and there is one",
    async run({ visit }) {
      const shop = await visit();
      await expect.poll(shop.view).toBe("banner");
      await shop.follow("/two", "Two");
      await shop.settle();
      const hosts = (): number => document.querySelectorAll("[data-consentry]").length;
      expect([await shop.view(), await shop.evaluate(hosts)]).toEqual(["banner", 1]);
      await shop.choose("accept-all");
      await expect.poll(shop.hits).toEqual(["/two"]);
      await shop.follow("/", "Home");
      await expect.poll(shop.films).toBe(1);
      expect(shop.said()).toEqual([]);
    },
  },
  {
    title: "Back and Forward count the page that they show, and run nothing twice",
    async run(world) {
      const shop = await accepted(world);
      await shop.follow("/two", "Two");
      await shop.evaluate(() => history.back());
      await expect.poll(shop.heading).toBe("Home");
      await expect.poll(() => film(shop)).toBe("iframe");
      await shop.evaluate(() => history.forward());
      await expect.poll(shop.heading).toBe("Two");
      await expect.poll(shop.hits).toEqual(["/", "/two", "/", "/two"]);
      await shop.settle();
      expect([shop.tags(), shop.films(), shop.said()]).toEqual([1, 2, []]);
    },
  },
  {
    title: "renders on the server what the cookie permits, and the browser shows the same",
    isShort: true,
    async run(world) {
      const shop = await accepted(world);
      const { html, headers } = await shop.sent("/");
      expect(fetchedBy(html)).toEqual(["https://video.vendor.test/film"]);
      expect(String(headers?.["cache-control"])).toMatch(/private|no-store/);
      await shop.reload();
      await expect.poll(shop.hits).toEqual(["/", "/"]);
      await expect.poll(shop.films).toBe(2);
      await shop.settle();
      expect([shop.tags(), shop.films(), shop.hits()]).toEqual([2, 2, ["/", "/"]]);
      expect(await shop.view()).not.toBe("banner");
      expect(shop.said()).toEqual([]);
    },
  },
  {
    title: "takes away what is withdrawn, and stays quiet from then on",
    isShort: true,
    async run(world) {
      const shop = await accepted(world);
      await shop.click("[data-consent-open]");
      await expect.poll(shop.view).toBe("preferences");
      await shop.choose("withdraw-all");
      await expect.poll(() => film(shop)).toBe("p");
      // What ran cannot be silenced: the page loads anew.
      await expect.poll(shop.documents).toBe(2);
      await expect.poll(shop.heading).toBe("Home");
      await shop.settle();
      const before = shop.calls();
      await shop.follow("/two", "Two");
      await shop.follow("/", "Home");
      await shop.settle();
      expect([shop.calls(), await film(shop), shop.said()]).toEqual([before, "p", []]);
      expect(fetchedBy((await shop.sent("/")).html)).toEqual([]);
    },
  },
  {
    title: "another tab follows: a grant runs there, a withdrawal takes away",
    async run({ visit }) {
      const shop = await visit();
      const other = await shop.another("/");
      await expect.poll(other.view).toBe("banner");
      await other.choose("accept-all");
      await expect.poll(shop.tags).toBe(2);
      await expect.poll(() => film(shop)).toBe("iframe");
      expect(await shop.view()).toBe("none");
      await other.click("[data-consent-open]");
      await expect.poll(other.view).toBe("preferences");
      await other.choose("withdraw-all");
      await expect.poll(() => film(shop)).toBe("p");
      expect(shop.said()).toEqual([]);
    },
  },
  {
    title: "a page that is not there asks and gates as any other",
    async run({ visit }) {
      const shop = await visit("/nothing");
      expect((await shop.sent("/nothing")).status).toBe(404);
      await expect.poll(shop.view).toBe("banner");
      await shop.settle();
      expect(shop.outside()).toEqual([]);
      await shop.choose("accept-all");
      await expect.poll(shop.hits).toEqual(["/nothing"]);
      expect(shop.tags()).toBe(1);
    },
  },
  {
    title: "a page that fails on the server neither runs what is gated nor forgets a choice",
    async run({ visit }) {
      const shop = await visit("/boom");
      expect((await shop.sent("/boom")).status).toBe(500);
      await shop.settle();
      expect(shop.outside()).toEqual([]);
      await shop.goto(shop.at("/two"));
      await shop.choose("accept-all");
      await expect.poll(shop.hits).toEqual(["/two"]);
      await shop.goto(shop.at("/boom"));
      await shop.settle();
      expect(shop.tags()).toBeLessThanOrEqual(2);
      await shop.goto(shop.at("/two"));
      await expect.poll(() => shop.hits().at(-1)).toBe("/two");
      expect(await shop.view()).not.toBe("banner");
      expect(shop.films()).toBe(0);
    },
  },
  {
    title: "a page that is fetched ahead runs nothing and counts nothing",
    async run(world) {
      const shop = await accepted(world, "/two");
      await shop.page!.hover('a[href="/"]');
      const ahead = (): number =>
        world.network.log
          .entries()
          .filter(
            ({ path, headers, host }) =>
              host.startsWith(world.app.folder) && world.app.isAhead(path, headers),
          ).length;
      await expect.poll(ahead).toBeGreaterThan(0);
      await shop.settle();
      expect([shop.films(), shop.hits(), shop.tags()]).toEqual([0, ["/two"], 1]);
      await shop.follow("/", "Home");
      await expect.poll(shop.films).toBe(1);
      await expect.poll(shop.hits).toEqual(["/two", "/"]);
    },
  },
  {
    title: "a page that comes in parts shows the banner with the first, and gates the last",
    unless: "isWhole",
    async run({ visit, served }) {
      const shop = await visit("/two");
      await shop.settle();
      const release = served.holdStock();
      try {
        await shop.page!.goto(shop.at("/slow"), { waitUntil: "commit" });
        await expect.poll(shop.heading).toBe("Slow");
        await expect.poll(shop.view).toBe("banner");
        expect(await film(shop)).toBe("");
      } finally {
        release();
      }
      await expect.poll(() => film(shop)).toBe("p");
      await shop.settle();
      expect(shop.outside()).toEqual([]);
      await shop.choose("accept-all");
      await expect.poll(() => film(shop)).toBe("iframe");
      await expect.poll(shop.hits).toEqual(["/slow"]);
      await expect.poll(shop.films).toBe(1);
      await shop.settle();
      expect([shop.films(), shop.tags(), shop.said()]).toEqual([1, 1, []]);
    },
  },
  {
    title: "stands under a strict policy: inline code runs by its nonce or its hash alone",
    async run({ visit }) {
      const shop = await visit("/two");
      const [one, two] = [await shop.sent("/"), await shop.sent("/")];
      const policies = [one, two].map(({ headers }) =>
        String(headers?.["content-security-policy"]),
      );
      expect(policies[0]).toMatch(/script-src [^;]*'(?:nonce|sha256)-/);
      expect(policies.join()).not.toMatch(/script-src [^;]*'unsafe/);
      const nonces = policies.map((policy) => /'nonce-([^']+)'/.exec(policy)?.[1]);
      expect(nonces[0] == undefined || nonces[0] != nonces[1]).toBe(true);
      const scripts = inlineScripts(one.html);
      expect(scripts.length).toBeGreaterThan(0);
      for (const { nonce, hash } of scripts) {
        expect(nonces[0] ? nonce == nonces[0] : policies[0]!.includes(hash)).toBe(true);
      }
      expect(shop.said()).toEqual([]);
    },
  },
  {
    title: "a policy made from consent blocks what is not marked, until the visitor permits it",
    async run(world) {
      const shop = await world.visit("/hard");
      const pixels = (): number =>
        shop.calls().filter((call) => call.endsWith("/unmarked.gif")).length;
      await expect.poll(shop.heading).toBe("Hard");
      await expect.poll(shop.view).toBe("banner");
      await shop.settle();
      expect(shop.outside()).toEqual([]);
      // The browser tells of what it stopped, which is what is wanted.
      expect(shop.said().filter((text) => !/img-src/.test(text))).toEqual([]);
      await shop.choose("accept-all");
      await expect.poll(async () => (await shop.choice())?.get("yes") ?? "").not.toBe("");
      await shop.reload();
      await expect.poll(pixels).toBe(1);
      await expect.poll(shop.films).toBe(1);
      await expect.poll(shop.hits).toEqual(["/hard"]);
    },
  },
  ...PAGE_ROWS,
];
