import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { build, createServer, type InlineConfig } from "vite";
import { describe, expect, it } from "vitest";
import consentry from "consentry/vite";
import { googleConsentMode } from "../../src/catalogue/signals/google-consent-mode.ts";
import { root as home } from "../pages/files.ts";
import { SITE, type TestNetwork } from "../pages/server.ts";
import { fileOf } from "../util/command.ts";
import { BASIC } from "../util/html.ts";
import { inOneEngine } from "../util/visit.ts";

const STATISTICS = {
  id: "statistics",
  name: "Statistics",
  category: "performance",
  hosts: ["stats.vendor.test"],
  storage: [],
};
const CONFIG = { ...BASIC, services: [STATISTICS] };
const VENDOR = "https://stats.vendor.test/tag.js";
const PAGE = (title: string): string => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>${title}</title>
    <link rel="icon" href="data:," />
    <script type="text/plain" data-consent="statistics" async data-src="${VENDOR}"></script>
  </head>
  <body>
    <script type="module" src="/main.js"></script>
  </body>
</html>`;

/** A small app of two pages; its configuration is in one file, which code and plugin read. */
function app(config: object = CONFIG): string {
  const file = fileOf(config);
  const root = dirname(file);
  writeFileSync(join(root, "index.html"), PAGE("One"));
  writeFileSync(join(root, "two.html"), PAGE("Two"));
  writeFileSync(
    join(root, "main.js"),
    `import { createConsent } from "consentry";
     import { mountUi } from "consentry/ui";
     import options from "./consent.json";
     createConsent({ ...options, ui: mountUi }).start();`,
  );
  mkdirSync(join(root, "node_modules"));
  symlinkSync(home, join(root, "node_modules/consentry"));
  return root;
}
const settings = (root: string, more: InlineConfig = {}): InlineConfig => ({
  root,
  configFile: false,
  logLevel: "silent",
  plugins: [consentry({ config: "consent.json" })],
  build: { rolldownOptions: { input: ["index.html", "two.html"].map((one) => join(root, one)) } },
  ...more,
});
/** The script that stands in the page itself. */
const headOf = (html: string): string => /<script[^>]*>\(\(\)=>\{.*?<\/script>/.exec(html)?.[0] ?? "";

/** Puts what was built on the site; the app's own code comes late, or never. */
function serve(network: TestNetwork, root: string, delay: number | null): void {
  const file = (path: string, type: string, wait = 0): void =>
    network.route(`${SITE}/${path}`, {
      body: readFileSync(join(root, "dist", path)),
      headers: { "content-type": type },
      delay: wait,
    });
  file("index.html", "text/html");
  file("two.html", "text/html");
  for (const name of readdirSync(join(root, "dist/assets"))) {
    if (delay == null) network.route(`${SITE}/assets/${name}`, { status: 404 });
    else file(`assets/${name}`, "text/javascript", delay);
  }
  network.route(VENDOR, { body: "", headers: { "content-type": "text/javascript" } });
}

await inOneEngine("an app built with Vite", (open, network) => {
  it("asks for nothing on a first visit; releases a returning visitor's script although its own code never comes", async () => {
    const root = app();
    await build(settings(root));
    serve(network, root, 0);
    const page = await open({ library: "" });
    await page.goto(`${SITE}/index.html`);
    await expect.poll(page.view).toBe("banner");
    await page.settle();
    expect(page.outside()).toEqual([]);
    await page.choose("accept-all");
    await expect.poll(page.calls).toEqual([`GET stats.vendor.test/tag.js`]);

    network.log.clear();
    serve(network, root, null);
    await page.goto(`${SITE}/two.html`);
    await expect.poll(page.calls).toEqual([`GET stats.vendor.test/tag.js`]);
  });
});

await inOneEngine("an app built with Vite, with the banner in its HTML,", (open, network) => {
  it("shows it without its own code, page by page in its language, and takes it over", async () => {
    const root = app();
    writeFileSync(join(root, "two.html"), PAGE("Two").replace('lang="en"', 'lang="nl"'));
    await build(settings(root, { plugins: [consentry({ config: "consent.json", banner: true })] }));
    serve(network, root, null);
    const page = await open({ library: "" });
    const title = () =>
      page.evaluate(() => document.querySelector("[data-consentry]")?.shadowRoot?.querySelector("h2")?.textContent);
    await page.goto(`${SITE}/two.html`);
    await expect.poll(page.view).toBe("banner");
    expect(await title()).toBe("Uw privacy, uw keuze");
    await page.goto(`${SITE}/index.html`);
    await expect.poll(page.view).toBe("banner");
    expect(await title()).toBe("Your privacy, your choice");
    await page.choose("accept-all");
    expect(await page.view()).toBe("none");
    await page.settle();
    expect(page.outside()).toEqual([]);
    serve(network, root, 0);
    await page.reload();
    await expect.poll(page.calls).toEqual([`GET stats.vendor.test/tag.js`]);
    expect((await page.choice())!.get("yes")).toBe("performance marketing");
  });
});

describe("the Vite plugin", () => {
  it("puts the same head first into each page, with Vite's nonce, and tells its hash", async () => {
    const root = app();
    const said: string[] = [];
    const quiet = (text: string): void => void said.push(text);
    const logger = { info: quiet, warn: quiet, warnOnce: quiet, error: quiet, clearScreen() {}, hasErrorLogged: () => false, hasWarned: false };
    await build(settings(root, { html: { cspNonce: "{{nonce}}" }, customLogger: logger, logLevel: "info" }));
    const pages = ["index.html", "two.html"].map((name) => readFileSync(join(root, "dist", name), "utf8"));
    const [one, two] = pages.map(headOf);
    expect(one).toMatch(/^<script nonce="\{\{nonce\}\}">/);
    expect(two).toBe(one);
    for (const html of pages) expect(html.indexOf(one!)).toBe(html.indexOf("<script"));
    expect(said.join("\n")).toMatch(/\d+ bytes, \d+ by brotli; script-src 'sha256-/);
  });

  it("ends a build with the code and sentence of a mistake in the configuration", async () => {
    const root = app({ ...CONFIG, controller: undefined });
    await expect(build(settings(root))).rejects.toThrow(/controller-missing: /);
    await expect(
      build(settings(root, { plugins: [consentry({ config: "none.json" })] })),
    ).rejects.toThrow(/config-unreadable: /);
  });

  it("takes what an app hands to createConsent, and a nonce of the server's", async () => {
    const root = app();
    const config = { ...CONFIG, signals: [googleConsentMode()] };
    await build(settings(root, { plugins: [consentry({ config, nonce: '{{"n"}}' })] }));
    const head = headOf(readFileSync(join(root, "dist/index.html"), "utf8"));
    expect(head).toMatch(/^<script nonce="\{\{&quot;n&quot;\}\}">/);
    expect(head).toContain("analytics_storage");
  });

  it("serves it while developing, and anew once the configuration changed", async () => {
    const root = app();
    const server = await createServer(settings(root, { server: { port: 0, host: "127.0.0.1" } }));
    try {
      await server.listen();
      const address = server.resolvedUrls!.local[0]!;
      const fetched = async (): Promise<string> => headOf(await (await fetch(address)).text());
      const before = await fetched();
      expect(before).toContain("days:180");
      writeFileSync(join(root, "consent.json"), JSON.stringify({ ...CONFIG, days: 30 }));
      await expect.poll(fetched).toContain("days:30");
    } finally {
      await server.close();
    }
  });
});
