import { expect, it } from "vitest";
import { SITE } from "../pages/server.ts";
import { BASIC, inline } from "../util/html.ts";
import { inOneEngine } from "../util/visit.ts";

const COLLECTOR = `${SITE}/consent/records`;
const library = inline({ ...BASIC, collector: COLLECTOR });

await inOneEngine("delivery to a collector", (open, network) => {
  /** A collector that can be down; names what it stored. */
  const collector = () => {
    const it = { up: false, tries: 0, stored: [] as string[] };
    network.route(COLLECTOR, ({ body }) => {
      it.tries++;
      if (!it.up) return { status: 503, headers: { "retry-after": "1" } };
      const results = body.split("\n").map((line, index) => {
        const { text } = JSON.parse(line) as { text: string };
        const { id } = JSON.parse(text) as { id: string };
        const status = it.stored.includes(id) ? "duplicate" : "stored";
        it.stored.push(id);
        return { line: index, id, status };
      });
      return {
        body: JSON.stringify({ results }),
        headers: { "content-type": "application/json" },
      };
    });
    return it;
  };

  it("sends what an earlier page could not, on a later visit that decides nothing", async () => {
    const archive = collector();
    const page = await open({ library });
    await page.choose("reject-all");
    await expect.poll(() => archive.tries).toBeGreaterThan(0);
    expect(archive.stored).toEqual([]);
    expect((await page.stored()).local).toEqual(["consentry:pending"]);

    archive.up = true;
    await page.reload();
    await expect.poll(() => archive.stored.length, { timeout: 15_000 }).toBe(1);
    await expect.poll(async () => (await page.stored()).local).toEqual([]);
    expect(await page.view()).not.toBe("banner");
  });

  it("asks the database and the collector for nothing where nothing waits", async () => {
    const archive = collector();
    archive.up = true;
    const page = await open({ library });
    await page.choose("accept-all");
    await expect.poll(() => archive.stored.length).toBe(1);
    await expect.poll(async () => (await page.stored()).local).toEqual([]);
    network.log.clear();
    await page.reload();
    await page.settle();
    const files = network.log.entries().map(({ path }) => path);
    expect(files).toContain("/dist/consentry.js");
    expect(files.filter((path) => /proof|sender|records/.test(path))).toEqual([]);
  });
});
