import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { build } from "vite";
import { expect, it } from "vitest";
import { root as home } from "../pages/files.ts";
import { SITE, type TestNetwork } from "../pages/server.ts";
import { fileOf } from "../util/command.ts";
import { gated } from "../util/gatedScripts.ts";
import { html } from "../util/html.ts";
import { inOneEngine } from "../util/visit.ts";

const HOTJAR = /static\.hotjar\.com/;
/** A route that comes when it is wanted, as every app of some size has: what Vite adds for it is the framework's. */
const APP = `document.body.append("shop"); window.route = () => import("./route.js");`;
const CONSENT = `
  import { createConsent } from "consentry/lazy";
  window.Consentry = { current: createConsent(
    {
      controller: { name: "Acme BV" },
      policyUrl: "/privacy",
      services: { stats: { name: "Stats", category: "performance", storage: [] } },
    },
    { locales: { nl: () => import("consentry/locales/nl") } },
  ) };
  Consentry.current.start();`;
const LOADED = `
  import { createConsent } from "consentry/lazy";
  window.Consentry = { current: createConsent(
    { controller: { name: "Acme BV" }, services: { hotjar: { id: 123456, category: "marketing" } }, signals: ["google-consent-mode"] },
    {
      services: { hotjar: () => import("consentry/services/hotjar") },
      signals: { "google-consent-mode": () => import("consentry/signals/google-consent-mode") },
    },
  ) };
  Consentry.current.start();`;

/** Builds an app with Vite as it comes, and puts it on the site. */
async function serve(network: TestNetwork, path: string, code: string, lang = "en"): Promise<void> {
  const root = dirname(fileOf({}));
  const script = '<script type="module" src="/main.js"></script>';
  const body = gated("stats", "", 'seen.ran.push("stats")');
  writeFileSync(join(root, "index.html"), html({ lang, library: script, body }));
  writeFileSync(join(root, "main.js"), APP + code);
  writeFileSync(join(root, "route.js"), "export const route = 1;");
  mkdirSync(join(root, "node_modules"));
  symlinkSync(home, join(root, "node_modules/consentry"));
  await build({ root, base: `/${path}/`, configFile: false, logLevel: "silent" });
  network.route(`${SITE}/${path}/`, readFileSync(join(root, "dist/index.html"), "utf8"));
  for (const name of readdirSync(join(root, "dist/assets"))) {
    network.route(`${SITE}/${path}/assets/${name}`, {
      body: readFileSync(join(root, "dist/assets", name)),
      headers: { "content-type": "text/javascript" },
    });
  }
}

await inOneEngine("an app that takes the library lazily, built with Vite", (open, network) => {
  /** The files of the app that the page has fetched, and what they weigh. */
  const fetched = async (page: Awaited<ReturnType<typeof open>>) => {
    const names = await page.evaluate(() =>
      performance
        .getEntriesByType("resource")
        .map(({ name }) => name)
        .filter((name) => name.includes("/assets/")),
    );
    const bodies = await page.evaluate(
      async (names) => Promise.all(names.map(async (name) => (await fetch(name)).text())),
      names,
    );
    return { names, weight: bodies.reduce((sum, text) => sum + brotliCompressSync(text).length, 0) };
  };

  it("gives a returning visitor the core alone: at most 7 kB after brotli over the framework", async () => {
    await serve(network, "plain", "");
    await serve(network, "lazy", CONSENT, "nl");
    const plain = await open(`${SITE}/plain/`);
    const framework = await fetched(plain);
    await plain.goto(`${SITE}/lazy/`);
    const page = plain;
    await expect.poll(page.view).toBe("banner");
    expect(await page.evaluate(() => document.querySelector("[data-consentry]")!.shadowRoot!.textContent)).toContain("Alles weigeren");
    // What only a choice needs comes for someone who could choose.
    const decides = async () =>
      (await fetched(page)).names.some((name) => name.includes("decisions-proof"));
    await page.settle();
    expect(await decides()).toBe(false);
    await page.evaluate(() => dispatchEvent(new PointerEvent("pointermove", { movementX: 1 })));
    await expect.poll(decides).toBe(true);
    await page.choose("accept-all");
    await expect.poll(page.ran).toEqual(["stats"]);
    await page.reload();
    await expect.poll(page.ran).toEqual(["stats"]);
    await page.settle();
    const returning = await fetched(page);
    expect(returning.names).toHaveLength(1);
    expect(returning.weight - framework.weight).toBeLessThan(7000);
    expect(await page.errors()).toEqual([]);
    // What shows comes when it is wanted.
    await page.evaluate(() => Consentry.current!.show("preferences"));
    await expect.poll(page.view).toBe("preferences");
    await page.choose("withdraw-all");
    await expect.poll(async () => (await page.choice())?.get("no")).toContain("performance");
  });

  it("fetches services and signals by their ids, and tells what it cannot fetch", async () => {
    await serve(network, "loaded", LOADED);
    network.route("https://static.hotjar.com/c/hotjar-123456.js?sv=6", { body: "", headers: { "content-type": "text/javascript" } });
    const page = await open(`${SITE}/loaded/`);
    await page.choose("accept-all");
    await expect.poll(() => page.calls().some((call) => HOTJAR.test(call))).toBe(true);
    expect(await page.evaluate(() => (Reflect.get(window, "dataLayer") as unknown[]).length)).toBe(2);
    expect(await page.errors()).toEqual([]);
  });
});
