import { describe, expect, it } from "vitest";
import { openBrowser, openVisitor } from "../../bench/lib/browser.mjs";
import { openWorld } from "../../bench/lib/world.mjs";

const HINT = "//# allFunctionsCalledOnLoad\n";
/** Ways into a page, each with the last file that it asks for when the banner stands. */
const WAYS = [
  ["the tag", "consentry-tag", "decisions-proof.js"],
  ["a site's own bundle", "consentry-bundle", "out.js"],
] as const;

interface Traced {
  name: string;
  pid: number;
  tid: number;
}

describe.each(WAYS)("a first visit by %s", (_way, id, last) => {
  it("has its functions compiled beside the page, and not one by one in front of it", async () => {
    const world = await openWorld([id]);
    const browser = await openBrowser(world);
    /** How often the page's thread stops to compile a function that is called, until the page rests. */
    const stops = async (): Promise<number> => {
      const context = await openVisitor(browser);
      const page = await context.newPage();
      await browser.startTracing(page, {
        categories: ["loading", "disabled-by-default-v8.compile"],
      });
      await page.goto(`${world.site}/${id}/`, { waitUntil: "load" });
      await page.locator("[data-consentry] section").waitFor();
      await page.waitForFunction(
        (file) => performance.getEntriesByType("resource").some(({ name }) => name.endsWith(file)),
        last,
      );
      const { traceEvents } = JSON.parse(String(await browser.stopTracing())) as {
        traceEvents: Traced[];
      };
      await context.close();
      const painted = traceEvents.findLast(({ name }) => name == "firstContentfulPaint")!;
      return traceEvents.filter(
        ({ name, pid, tid }) =>
          name == "V8.CompileCode" && pid == painted.pid && tid == painted.tid,
      ).length;
    };
    try {
      const hinted = await stops();
      for (const [path, text] of world.files) world.files.set(path, text.replace(HINT, ""));
      // The same page again, with the same files but for that line.
      const control = await stops();
      expect(control).toBeGreaterThan(20);
      expect(hinted * 2).toBeLessThan(control);
    } finally {
      await browser.close();
      world.close();
    }
  });
});
