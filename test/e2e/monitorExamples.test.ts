import { globSync, readFileSync } from "node:fs";
import { build } from "esbuild";
import { expect, it } from "vitest";
import { watchedOf } from "../../src/build/policy/watchedOf.ts";
import { parseGate } from "../../src/core/config/parseGate.ts";
import { services } from "../contract/catalogue.ts";
import { SITE } from "../pages/server.ts";
import { inOneEngine, type Visit } from "../util/visit.ts";

/** `npm test` looks at the page that leaks; `npm run monitor:clean` at all. */
const ALL = process.env["CONSENTRY_MONITOR"] == "all";
const PAGES = globSync("examples/**/*.html").map((file) => file.replaceAll("\\", "/"));
const door = await build({
  entryPoints: ["src/entries/monitor.ts"],
  bundle: true,
  format: "iife",
  globalName: "monitor",
  write: false,
});
/** Every service of the catalogue: an example may use any. */
const watched = watchedOf(
  parseGate(
    { controller: { name: "Acme BV" }, services: services.map(({ make }) => make({})) },
    () => {},
  ),
);
// The examples from npm have no global instance: the cookie says what was chosen, which is all or nothing here. The
// demo site's econda counts under a declared legitimate interest.
const START = `<script>${door.outputFiles[0]!.text};globalThis.sightings=[];monitor.startMonitor({services:${JSON.stringify(watched)},permits:(id)=>id=="econda"||/consentry=[^;]*\\byes=[a-z]/.test(document.cookie),onSighting:(one)=>sightings.push(one)})</script>`;

interface Seen {
  sightings: { kind: string; what: string; service: string }[];
}
const seen = (page: Visit): Promise<string[]> =>
  page.evaluate(() =>
    (globalThis as unknown as Seen).sightings.map(
      ({ kind, what, service }) => `${kind} ${what} ${service}`,
    ),
  );

await inOneEngine("the leak monitor on the examples", (open, network) => {
  const visit = async (file: string): Promise<Visit> => {
    const text = readFileSync(file, "utf8").replace("<head>", `<head>${START}`);
    expect(text).toContain("globalThis.sightings");
    network.route(`${SITE}/${file}`, text);
    const page = await open(`${SITE}/${file}`);
    await expect.poll(() => page.evaluate(() => document.readyState)).toBe("complete");
    await page.settle();
    return page;
  };
  /** Presses the page's own button, where it asks. */
  const choose = async (page: Visit, accepts: boolean): Promise<boolean> => {
    const own = `button[value=${accepts ? "acceptAll" : "rejectAll"}]`;
    if (await page.evaluate((button) => !!document.querySelector(button), own)) {
      await page.click(own);
    } else if ((await page.view()) == "banner") {
      await page.choose(accepts ? "accept-all" : "reject-all");
    } else return false;
    await expect.poll(page.choice).not.toBeNull();
    await page.settle();
    return true;
  };

  const clean = PAGES.filter((file) => !file.includes("/leak/"));
  /** Have a banner in a frame, or none. */
  const silent = /^examples\/(configurator|preview|themes)\.html$/;
  it.each(clean.filter(() => ALL))(
    "sees no leak and no stranger, undecided, accepted and refused: %s",
    async (file) => {
      const page = await visit(file);
      expect(await seen(page)).toEqual([]);
      const asks = await choose(page, true);
      expect(asks).toBe(!silent.test(file));
      if (!asks) return;
      expect(await seen(page)).toEqual([]);
      // The page that a visitor who accepted opens next.
      await page.reload();
      await page.settle();
      expect(await seen(page)).toEqual([]);
      await page.close();
      const other = await visit(file);
      await choose(other, false);
      expect(await seen(other)).toEqual([]);
      await other.reload();
      await other.settle();
      expect(await seen(other)).toEqual([]);
    },
  );

  it("names the pixel of the page that leaks", async () => {
    const page = await visit("examples/leak/index.html");
    expect(await seen(page)).toEqual([expect.stringContaining("img www.facebook.com ")]);
    await choose(page, false);
    expect(await seen(page)).toHaveLength(1);
  });

  it("is shown by pages that there are", () => expect(clean.length).toBeGreaterThan(12));
});
