import { expect } from "vitest";
import type { Mode } from "./apps.ts";
import { buildApp } from "./buildApp.ts";
import { EXPORT_ROW } from "./exportRow.ts";
import { fetchedBy, film, inlineScripts } from "./openShop.ts";
import { LOADER_ROW } from "./loaderRow.ts";
import type { Row, World } from "./row.ts";
import { serveApp } from "./serveApp.ts";
import { SIZE_ROW } from "./sizeRow.ts";
import { STARTER_ROW } from "./starterRow.ts";

const MODE: Mode = "development";

/** A page that is everybody's: nothing of this visitor stands in it, and the browser shows what is permitted. */
async function expectShared({ visit }: World, path: string): Promise<void> {
  const shop = await visit(path);
  await expect.poll(shop.view).toBe("banner");
  await shop.settle();
  expect(shop.outside()).toEqual([]);
  expect(await film(shop)).toBe("p");
  await shop.choose("accept-all");
  await expect.poll(() => film(shop)).toBe("iframe");
  await expect.poll(shop.hits).toEqual([path]);
  expect(fetchedBy((await shop.sent(path)).html)).toEqual([]);
  await shop.settle();
  await shop.reload();
  await expect.poll(() => film(shop)).toBe("iframe");
  await expect.poll(shop.hits).toEqual([path, path]);
  await shop.settle();
  expect([shop.tags(), shop.films()]).toEqual([2, 2]);
  expect(await shop.view()).not.toBe("banner");
  expect(shop.said()).toEqual([]);
}

/** Rows of pages that not every framework has. */
export const PAGE_ROWS: readonly Row[] = [
  {
    title: "a page made while the site is built asks, and the browser shows what is permitted",
    needs: "built",
    run: (world) => expectShared(world, world.app.built!),
  },
  {
    title: "a page that the server keeps for everybody is never made for the first who asks",
    needs: "kept",
    async run(world) {
      const path = world.app.kept!;
      // Someone who permits everything is the first who asks.
      const first = await world.visit("/two");
      await first.choose("accept-all");
      await expect.poll(first.hits).toEqual(["/two"]);
      expect(fetchedBy((await first.sent("/")).html)).not.toEqual([]);
      const { html, headers } = await first.sent(path);
      expect(fetchedBy(html)).toEqual([]);
      expect(String(headers?.["cache-control"])).not.toContain("private");
      world.network.log.clear();
      await expectShared(world, path);
    },
  },
  {
    title: "an endpoint of the server answers by what the visitor permits",
    async run({ visit }) {
      const shop = await visit("/two");
      const answer = async (): Promise<unknown> => JSON.parse((await shop.sent("/api/film")).html);
      expect(await answer()).toEqual({ film: false });
      await shop.choose("accept-all");
      await expect.poll(shop.hits).toEqual(["/two"]);
      expect(await answer()).toEqual({ film: true });
    },
  },
  {
    title: "a page without the framework's script asks, and its policy is never one of before",
    needs: "plain",
    async run({ app, visit, served }) {
      const path = app.plain!;
      const shop = await visit(path);
      const pixels = (): number =>
        shop.calls().filter((call) => call.endsWith("/unmarked.gif")).length;
      await expect.poll(shop.view).toBe("banner");
      const { html, headers } = await shop.sent(path);
      const policy = String(headers?.["content-security-policy"]);
      const scripts = inlineScripts(html);
      expect(scripts).toHaveLength(1);
      expect(policy).toContain(scripts[0]!.hash);
      await shop.settle();
      expect(shop.outside()).toEqual([]);
      expect(shop.said().filter((text) => !/img-src/.test(text))).toEqual([]);
      await shop.goto(shop.at("/two"));
      await shop.choose("accept-all");
      await expect.poll(shop.hits).toEqual(["/two"]);
      await shop.goto(shop.at(path));
      await expect.poll(pixels).toBe(1);
      const permitted = await shop.sent(path);
      await shop.goto(shop.at("/two"));
      await shop.click("[data-consent-open]");
      await expect.poll(shop.view).toBe("preferences");
      await shop.evaluate(() => void Object.assign(window, { isBefore: true }));
      await shop.choose("withdraw-all");
      // What ran cannot be silenced: the page loads anew.
      const isAnew = (): boolean => !("isBefore" in window) && document.readyState == "complete";
      await expect.poll(() => shop.evaluate(isAnew)).toBe(true);
      await shop.goto(shop.at(path));
      await shop.settle();
      expect(pixels()).toBe(1);
      // A browser would keep the headers of what it is told is unchanged (RFC 9111 4.3.4).
      const cookie = (await shop.cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
      const asked = {
        method: "GET",
        url: new URL(shop.at(path)),
        headers: {
          accept: "text/html",
          cookie,
          "if-none-match": String(permitted.headers?.["etag"]),
        },
        body: "",
      };
      const again = await served.ask(asked);
      expect(again.status).toBe(200);
      expect(again.headers?.["content-security-policy"]).not.toBe(
        permitted.headers?.["content-security-policy"],
      );
    },
  },
  {
    title:
      "spares who has decided the banner in the HTML and its part of the head, and shows its settings all the same",
    needs: "spares",
    async run({ visit }) {
      const shop = await visit();
      /** The banner, the part of the head that restores a choice, and the part that shows the banner. */
      const holds = async (): Promise<boolean[]> => {
        const { html } = await shop.sent("/");
        const parts = ["accept-all", "script[type][data-consent]", "adoptedStyleSheets"];
        return parts.map((part) => html.includes(part));
      };
      await expect.poll(shop.view).toBe("banner");
      expect(await holds()).toEqual([true, true, true]);
      await shop.choose("reject-all");
      await expect.poll(async () => (await shop.choice())?.get("no") ?? "").not.toBe("");
      await expect.poll(holds).toEqual([false, false, false]);
      await shop.reload();
      await shop.follow("/two", "Two");
      await shop.click("[data-consent-open]");
      await expect.poll(shop.view).toBe("preferences");
      await shop.choose("accept-all");
      await expect.poll(shop.view).toBe("none");
      await shop.follow("/", "Home");
      await expect.poll(() => film(shop)).toBe("iframe");
      expect(shop.said()).toEqual([]);
      // Whose choice is gone is asked again.
      await shop.page!.context().clearCookies();
      expect(await holds()).toEqual([true, true, true]);
    },
  },
  {
    title: "built for development, the framework finds no difference between server and browser",
    needs: "compares",
    async run({ app, of }) {
      const { variant, build = app.build, serve = app.serve } = app.compares!;
      const folder = await buildApp({ ...app, build }, variant, MODE);
      const served = await serveApp({ ...app, serve }, folder, MODE);
      try {
        const shop = await of(served).visit();
        await expect.poll(shop.view).toBe("banner");
        await shop.settle();
        await shop.reload();
        await shop.choose("accept-all");
        await expect.poll(() => film(shop)).toBe("iframe");
        await shop.settle();
        // With a choice, on the page of all, on one that is not there and on one that comes in parts.
        for (const path of ["/", "/nothing", "/slow"]) {
          await shop.goto(shop.at(path));
          await expect.poll(() => shop.hits().at(-1)).toBe(path);
          await shop.settle();
        }
        expect(shop.said().filter((text) => !/status of 404/.test(text))).toEqual([]);
      } finally {
        await served.stop();
      }
    },
  },
  {
    title: "takes away without a new load what the server rendered, and shows it again",
    unless: "reloads",
    async run({ visit }) {
      const shop = await visit();
      const setMarketing = async (open: string): Promise<void> => {
        await shop.click(open);
        await expect.poll(shop.view).toBe("preferences");
        await shop.click('[data-consentry-id="marketing"]');
        await shop.choose("save");
      };
      await expect.poll(shop.view).toBe("banner");
      await setMarketing('[data-consentry-action="open-preferences"]');
      await expect.poll(() => film(shop)).toBe("iframe");
      expect(fetchedBy((await shop.sent("/")).html)).toHaveLength(1);
      await shop.reload();
      await expect.poll(shop.films).toBe(2);
      await shop.settle();
      await setMarketing("[data-consent-open]");
      await expect.poll(() => film(shop)).toBe("p");
      const frames = (): number => document.querySelectorAll("iframe").length;
      expect(await shop.evaluate(frames)).toBe(0);
      await setMarketing("[data-consent-open]");
      await expect.poll(shop.films).toBe(3);
      await shop.settle();
      expect([shop.films(), shop.documents(), shop.tags(), shop.said()]).toEqual([3, 2, 0, []]);
      expect(await shop.evaluate(frames)).toBe(1);
    },
  },
  LOADER_ROW,
  EXPORT_ROW,
  STARTER_ROW,
  SIZE_ROW,
];
