import { expect, it } from "vitest";
import { archiveOn, COLLECTOR } from "../util/archive.ts";
import { BASIC, inline } from "../util/html.ts";
import { inOneEngine } from "../util/visit.ts";

const library = inline({ ...BASIC, collector: COLLECTOR });

await inOneEngine("delivery to a collector", (open, network) => {
  it("sends what an earlier page could not, on a later visit that decides nothing", async () => {
    const archive = archiveOn(network);
    archive.is = "busy";
    const page = await open({ library });
    await page.choose("reject-all");
    await expect.poll(() => archive.tries).toBeGreaterThan(0);
    expect(archive.stored).toEqual([]);
    expect((await page.stored()).local).toEqual(["consentry:outbox"]);

    archive.is = "up";
    await page.reload();
    await expect.poll(() => archive.stored.length).toBe(1);
    await expect.poll(async () => (await page.stored()).local).toEqual([]);
    expect(await page.view()).not.toBe("banner");
  });

  it("asks the database and the collector for nothing where nothing waits", async () => {
    const archive = archiveOn(network);
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
