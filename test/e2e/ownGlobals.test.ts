import { expect, it } from "vitest";
import { gated, leaves, serveScript } from "../util/gatedScripts.ts";
import { BASIC, inline } from "../util/html.ts";
import { inOneEngine } from "../util/visit.ts";

// Pages that have functions of their own under the names of the browser's.

const OWN: Record<string, string> = {
  "Prototype.js: lists": `
    Array.from = (list) => [].slice.call(list);
    Array.prototype.entries = function () { return this.slice(); };`,
  "a constant named URL": 'const URL = "/api";',
  "a variable named URL": 'var URL = "/api";',
  "dhtmlxScheduler: scheduler": "window.scheduler = { config: {} };",
  "zone.js: Promise": "window.Promise = class extends Promise {};",
};
/** Longer than a slice of work, so that the next one has to wait for its turn. */
const SLOW = `${leaves("slow")}; for (const end = performance.now() + 40; performance.now() < end;);`;

await inOneEngine("a page with functions of its own", (open, network) => {
  it.each(Object.entries(OWN))("asks, runs and proves as ever: %s", async (_, own) => {
    const address = serveScript(network, "file");
    const page = await open({
      head: `<script>${own}</script>`,
      library: inline({
        ...BASIC,
        services: { "my-chat": { name: "Chat", category: "marketing", storage: [] } },
      }),
      body:
        gated("performance", "", SLOW) +
        gated("performance", "", leaves("next")) +
        gated("my-chat", `data-src="${address}"`),
    });
    await expect.poll(page.view).toBe("banner");
    await page.choose("accept-all");
    await expect.poll(page.ran).toEqual(["slow", "next", "file"]);
    const proof = await page.evaluate(async () => {
      const { proof: log } = Consentry.current!;
      const [record] = await log.records();
      return { hash: record!.hash, ...(await log.verify()) };
    });
    expect(proof).toMatchObject({
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      ok: true,
      length: 1,
    });
    expect(await page.errors()).toEqual([]);
  });
});
