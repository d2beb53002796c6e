import { pathToFileURL } from "node:url";
import { cpSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { root } from "../pages/files.ts";
import { SITE } from "../pages/server.ts";
import { BASIC, html } from "../util/html.ts";
import { inOneEngine, type Visit } from "../util/visit.ts";

const TAG = '<script defer src="/dist/consentry.js"></script>';
const START = `Consentry.start(${JSON.stringify(BASIC)})`;
/** Keeps what the console and the page's listeners are told, from the first script on. */
const LISTEN = `<script>
  window.told = { console: [], events: [] };
  const warn = console.warn;
  console.warn = (...words) => { told.console.push(words.join(" ")); warn(...words); };
  document.addEventListener("consentry:problem", ({ detail }) => told.events.push(detail.message));
</script>`;
interface Told {
  told: { console: string[]; events: string[] };
}

await inOneEngine("a first slip is named in one sentence:", (open, network, engine) => {
  const told = (page: Visit): Promise<string[]> =>
    page.evaluate(() => (window as unknown as Told).told.console);
  const expectOnce = async (page: Visit, ...words: string[]): Promise<void> => {
    await expect.poll(() => told(page)).toHaveLength(1);
    const [sentence] = await told(page);
    for (const word of words) expect(sentence).toContain(word);
    expect(
      await page.evaluate(() => (window as unknown as Told).told.events.length),
    ).toBeGreaterThan(0);
  };
  const site = (library: string, headers: Record<string, string> = {}): Promise<Visit> =>
    open({ head: LISTEN, library }, { headers });

  it("a tag that nothing starts", async () => {
    const page = await site(TAG);
    await expectOnce(page, "start-missing", "nothing starts it", "data-config");
    expect(await page.view()).toBeNull();
  });

  it("an inline start before a deferred tag", async () => {
    const page = await site(`${TAG}<script>${START}</script>`);
    await expectOnce(page, "start-too-early", 'type="module"');
  });

  it.each([
    ["is missing", { status: 404, body: "<h1>Not found</h1>" }, "/consent.json (404)"],
    ["is no JSON", { body: "{ controller: 1 }" }, "/consent.json (200)"],
    ["is a page of the server", { status: 500, body: "{}" }, "/consent.json (500)"],
  ])("a configuration that %s", async (_what, answer, place) => {
    network.route(`${SITE}/consent.json`, answer);
    const page = await site(
      '<script defer src="/dist/consentry.js" data-config="/consent.json"></script>',
    );
    await expectOnce(page, "config-unreadable", place, "Check the address and the file");
    expect(await page.view()).toBeNull();
  });

  it("a block that is no JSON", async () => {
    const page = await site(
      `${TAG}<script type="application/json" id="consentry-config">{ "controller": {}, }</script>`,
    );
    await expectOnce(page, "config-unreadable", "#consentry-config");
  });

  it("a configuration on a host that does not answer", async () => {
    const page = await site(
      '<script defer src="/dist/consentry.js" data-config="https://gone.invalid/consent.json"></script>',
    );
    await expectOnce(page, "config-unreadable", "https://gone.invalid/consent.json");
  });

  it("nothing is said where the start comes by a module, a block, a file, or after the page", async () => {
    network.route(`${SITE}/consent.json`, {
      body: JSON.stringify(BASIC),
      headers: { "content-type": "application/json" },
    });
    for (const library of [
      `${TAG}<script type="module">${START}</script>`,
      `${TAG}<script type="application/json" id="consentry-config">${JSON.stringify(BASIC)}</script>`,
      '<script defer src="/dist/consentry.js" data-config="/consent.json"></script>',
      `${TAG}<script>addEventListener("load", () => ${START})</script>`,
    ]) {
      const page = await site(library);
      await expect.poll(page.view).toBe("banner");
      await page.settle();
      expect(await told(page), library).toEqual([]);
    }
  });

  it("a page that is opened from the disk", async () => {
    const folder = mkdtempSync(join(tmpdir(), "consentry-"));
    cpSync(join(root, "dist"), join(folder, "consentry"), {
      recursive: true,
      filter: (path) => !/dist\/(esm|node)/.test(path),
    });
    const start = `<script src="consentry/consentry.js"></script><script>${START}</script>`;
    writeFileSync(join(folder, "index.html"), html({ head: LISTEN, library: start }));
    const page = await open(`${SITE}/nothing`);
    await page.goto(pathToFileURL(join(folder, "index.html")).href);
    // Firefox lets such a page import its neighbours: there all works, and nothing is said.
    if (engine.name == "firefox") await expect.poll(page.view).toBe("banner");
    else await expectOnce(page, "ui-unavailable", "file://", "serve dist/");
    expect(await page.errors()).toEqual([]);
  });
});
