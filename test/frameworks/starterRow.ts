import { expect } from "vitest";
import { buildStarter } from "./buildStarter.ts";
import type { Row } from "./row.ts";
import { serveApp } from "./serveApp.ts";

export const STARTER_ROW: Row = {
  title: "a fresh app of its own generator, with what `init` writes, builds, asks and remembers",
  needs: "starters",
  isOnce: true,
  async run({ app, of }) {
    for (const starter of app.starters!) {
      const served = await serveApp(
        { ...app, serve: starter.serve },
        await buildStarter(app, starter),
      );
      try {
        const shop = await of(served).visit();
        await expect.poll(shop.view).toBe("banner");
        expect((await shop.sent("/")).html.includes("accept-all")).toBe(!starter.isLate);
        await shop.choose("accept-all");
        await expect.poll(async () => (await shop.choice())?.get("yes") ?? "").not.toBe("");
        await shop.settle();
        await shop.reload();
        await shop.settle();
        expect(await shop.view()).not.toBe("banner");
        await shop.evaluate(() => void (location.hash = "cookie-settings"));
        await expect.poll(shop.view).toBe("preferences");
        expect([shop.outside(), shop.said()]).toEqual([[], []]);
      } finally {
        await served.stop();
      }
    }
  },
};
