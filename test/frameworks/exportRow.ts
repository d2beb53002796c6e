import { expect } from "vitest";
import { buildApp } from "./buildApp.ts";
import { fetchedBy, film } from "./openShop.ts";
import type { Row } from "./row.ts";
import { serveApp, STATIC } from "./serveApp.ts";

export const EXPORT_ROW: Row = {
  title: "as static files it asks, gates, counts each page once, and remembers the choice",
  needs: "exported",
  async run({ app, of }) {
    const { variant, folder, build = app.build } = app.exported!;
    const built = await buildApp({ ...app, build }, variant);
    const files = await serveApp({ ...app, serve: [STATIC, folder] }, built);
    try {
      const shop = await of(files).visit();
      await expect.poll(shop.view).toBe("banner");
      await shop.settle();
      expect(shop.outside()).toEqual([]);
      expect(fetchedBy((await shop.sent("/")).html)).toEqual([]);
      await shop.choose("accept-all");
      await expect.poll(shop.hits).toEqual(["/"]);
      await expect.poll(() => film(shop)).toBe("iframe");
      await shop.follow("/two", "Two");
      await expect.poll(shop.hits).toEqual(["/", "/two"]);
      await shop.follow("/", "Home");
      await expect.poll(shop.films).toBe(2);
      await shop.settle();
      expect([shop.tags(), shop.hits()]).toEqual([1, ["/", "/two", "/"]]);
      await shop.reload();
      await expect.poll(shop.tags).toBe(2);
      await expect.poll(() => film(shop)).toBe("iframe");
      await shop.settle();
      expect(await shop.view()).not.toBe("banner");
      expect(shop.said()).toEqual([]);
      expect((await shop.sent("/nothing")).status).toBe(404);
    } finally {
      await files.stop();
    }
  },
};
