import { expect, it } from "vitest";
import { SITE } from "../pages/server.ts";
import { BASIC } from "../util/html.ts";
import { inOneEngine } from "../util/visit.ts";

/** Hears the console, and lets the seconds that a page has to start pass sooner. */
const HEAR = `<script>
  window.told = { said: [], isOver: false };
  console.warn = (...words) => told.said.push(words.join(" "));
  const timer = setTimeout;
  window.setTimeout = (call, ms) =>
    timer(() => { call(); if (ms > 3000) told.isOver = true; }, ms > 3000 ? 500 : ms);
</script>`;

interface Heard {
  told: { said: string[]; isOver: boolean };
}

await inOneEngine("a page that starts some time after it has loaded", (open, network) => {
  it("is told nothing, and fetches nothing for that", async () => {
    network.route(`${SITE}/late.json`, {
      body: "{}",
      headers: { "content-type": "application/json" },
    });
    const page = await open({
      head: HEAR,
      library: `<script defer src="/dist/consentry.js"></script><script>
        addEventListener("load", () => fetch("/late.json").then(() => Consentry.start(${JSON.stringify(BASIC)})));
      </script>`,
    });
    await expect.poll(page.view).toBe("banner");
    await expect
      .poll(() => page.evaluate(() => (window as unknown as Heard).told.isOver))
      .toBe(true);
    await page.settle();
    expect(await page.evaluate(() => (window as unknown as Heard).told.said)).toEqual([]);
    const files = await page.evaluate(() =>
      performance.getEntriesByType("resource").map(({ name }) => name.replace(/.*\//, "")),
    );
    expect(files).not.toContain("consentry.diagnostics.js");
  });
});
