import { expect, it } from "vitest";
import { TAKEN } from "../../scripts/dist/sources.mjs";
import { archiveOn, COLLECTOR } from "../util/archive.ts";
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
  "constants under the names that the files read of the window": `const ${TAKEN.filter(
    (name) => name != "Map", // With this one, the browser's driver can ask the page nothing.
  )
    .map((name) => `${name} = {}`)
    .join()};`,
  "a constant named Map, not meant for others": `const Map = class extends window.Map {
    constructor(...list) {
      if (/[/]dist[/]/.test(new Error().stack)) throw new Error("not yours");
      super(...list);
    }
  };`,
  "zone.js: Promise": "window.Promise = class extends Promise {};",
};
/** Longer than a slice of work, so that the next one has to wait for its turn. */
const SLOW = `${leaves("slow")}; for (const end = Date.now() + 40; Date.now() < end;);`;

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

  it("links the privacy policy and sends records beside a constant named URL", async () => {
    const archive = archiveOn(network);
    const page = await open({
      head: `<script>${OWN["a constant named URL"]}</script>`,
      library: inline({ ...BASIC, collector: COLLECTOR }),
    });
    await expect.poll(page.view).toBe("banner");
    const links = await page.evaluate(() =>
      [...document.querySelector("[data-consentry]")!.shadowRoot!.querySelectorAll("a")].map(
        (link) => link.getAttribute("href"),
      ),
    );
    expect(links).toEqual([BASIC.policyUrl]);
    await page.choose("reject-all");
    await expect.poll(() => archive.stored.length).toBe(1);
  });
});
