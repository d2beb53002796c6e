import { setTimeout as sleep } from "node:timers/promises";
import { expect, it } from "vitest";
import { calm, check, COUNT, LOOKS, type Walker } from "../util/walk/walkCheck.ts";
import { walkWorld } from "../util/walk/walkWorld.ts";
import { inOneEngine } from "../util/visit.ts";

await inOneEngine("the clean-up after a withdrawal", (_open, network, engine) => {
  it("goes on in the next page, for a visitor who leaves after a vendor wrote once more", async () => {
    const world = walkWorld(network, "leaves");
    const tab = await engine.open();
    const walker: Walker = { world, tabs: [tab], orders: 0, withdrawn: new Set(["stats"]) };
    try {
      await tab.goto(`${world.site}/`);
      await calm(tab);
      await tab.evaluate((counted) => {
        localStorage.setItem(counted, "2");
        return Consentry.current!.save({ stats: true });
      }, COUNT);
      await expect.poll(() => tab.evaluate(() => document.cookie)).toContain("_st=");
      await tab.evaluate(() => {
        // The stand-in writes again after 300 milliseconds; the next look would come after 400.
        Consentry.current!.on("withdraw", () => setTimeout(() => location.assign("/b/c"), 340));
        void Consentry.current!.withdraw("stats");
      });
      await sleep(LOOKS + 1500);
      await check(walker);
      expect(await tab.evaluate(() => [location.pathname, ...Object.keys(sessionStorage)])).toEqual(
        ["/b/c"],
      );
    } finally {
      world.close();
      await tab.close();
    }
  });
});
