import { describe, expect, it } from "vitest";
import { CDN } from "../others/content.ts";
import { LIBRARIES } from "../others/libraries.ts";
import { openSite, type Runs, type Site } from "../others/openSite.ts";
import { inOneEngine } from "../util/visit.ts";

// What others' code does with a page, by the real packages. `npm run others` tries them in every engine.

/** Nothing of ours stands for nothing, and nothing failed. */
async function expectWhole(site: Site, placeholders: number): Promise<void> {
  expect(await site.errors()).toEqual([]);
  await expect.poll(site.stand).toMatchObject({ placeholders, orphans: 0, hosts: 1 });
}

await inOneEngine("with code of others", (open, network) => {
  describe.each(LIBRARIES)("$name", (library) => {
    it("runs nothing before a choice, each thing once after it, as the library's own, and nothing after a withdrawal", async () => {
      const site = await openSite(open, network, library);
      /** What a navigation adds: the gated code as often as the page's own, or as an element is new. */
      const expectAsOwn = async (route: string, visit: () => Promise<void>): Promise<void> => {
        const before = await site.runs(route);
        await visit();
        const more = async (): Promise<Runs> => {
          const after = await site.runs(route);
          for (const kind in after) after[kind as keyof Runs] -= before[kind as keyof Runs];
          return after;
        };
        const ran = async () => {
          const { own, gated, file, frame, ownFrame } = await more();
          const often = library.runs == "once" ? 1 : own;
          // A frame that is put in twice, shown from a cache first or left behind in the history may be fetched more than
          // once: the gated one no more often than the page's own.
          return {
            gated: gated - often,
            file: file - often,
            frame: frame > 0 && frame <= ownFrame,
          };
        };
        const asOwn = { gated: 0, file: 0, frame: true };
        await expect.poll(ran, { message: `runs of ${route}` }).toEqual(asOwn);
        // What runs a second time, or later than the page's own, comes by now.
        await site.settle();
        await expect.poll(ran, { message: `runs of ${route}` }).toEqual(asOwn);
        expect((await site.stand()).frames).toEqual([`${CDN}/frame-${route}`]);
        await expectWhole(site, 0);
      };

      await expectWhole(site, 1);
      await site.go("d");
      await expectWhole(site, 1);
      await site.goBack("a");
      await expectWhole(site, 1);
      expect(site.gatedCalls()).toEqual([]);
      expect((await site.ran()).filter((name) => !name.startsWith("own"))).toEqual([]);

      await site.choose("accept-all");
      await expect
        .poll(site.gatedCalls)
        .toEqual(["GET cdn.vendor.test/frame-a", "GET cdn.vendor.test/script-a.js"]);
      await site.settle();
      expect((await site.ran()).filter((name) => !name.startsWith("own"))).toEqual([
        "gated a",
        "file a",
      ]);
      await expectWhole(site, 0);

      await expectAsOwn("b", () => site.go("b"));
      await expectAsOwn("c", () => site.go("c"));
      await expectAsOwn("b", () => site.goBack("b"));
      await expectAsOwn("c", () => site.go("c"));

      await site.evaluate(() => Consentry.current!.withdraw());
      await expect.poll(async () => (await site.stand()).placeholders).toBe(1);
      await site.settle();
      const calls = site.gatedCalls();
      const ran = (await site.ran()).filter((name) => !name.startsWith("own"));
      await site.goBack("b");
      await expectWhole(site, 1);
      await site.go("a");
      await expectWhole(site, 1);
      expect(site.gatedCalls()).toEqual(calls);
      expect((await site.ran()).filter((name) => !name.startsWith("own"))).toEqual(ran);
    });
  });
});
