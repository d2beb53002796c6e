import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build, type BuildOptions } from "esbuild";
import { afterAll, beforeAll, expect, it } from "vitest";
import { installed } from "../../scripts/packages.mjs";
import { root } from "../pages/files.ts";
import { SITE } from "../pages/server.ts";
import { inOneEngine } from "../util/visit.ts";

// What Remix and React Router's framework mode do: React owns `html` itself, and what it finds there and did not send
// makes it throw the document away.

const folder = join(root, ".tmp/wholeDocument");
const MODULES = { 18: installed("test/packages/react18"), 19: `${root}/node_modules` };
const OPTIONS = {
  controller: { name: "Acme BV" },
  services: [{ id: "stats", name: "Stats", category: "performance", storage: [] }],
};
const APP = `
  import { createElement as h, useState } from "react";
  export function App({ library }) {
    const [count, set] = useState(0);
    return h("html", { lang: "en" },
      h("head", null,
        h("meta", { charSet: "utf-8" }), h("title", null, "Shop"),
        library && h("script", { src: "/dist/consentry.js", defer: library == "defer" }),
        library && h("script", { type: library == "defer" ? "module" : undefined, dangerouslySetInnerHTML: { __html: 'Consentry.start(${JSON.stringify(OPTIONS)})' } })),
      h("body", null,
        h("h1", null, "Shop"),
        h("button", { id: "more", onClick: () => set(count + 1) }, "count " + count),
        h("script", { type: "module", src: "/client.js" })));
  }`;

async function bundle(version: 18 | 19, code: string, options: BuildOptions): Promise<string> {
  const made = await build({
    stdin: { contents: APP + code, resolveDir: root },
    bundle: true,
    write: false,
    logLevel: "silent",
    define: { "process.env.NODE_ENV": '"production"' },
    // The app's own React, whatever lies at the root.
    alias: Object.fromEntries(
      ["react", "react-dom"].map((name) => [name, `${MODULES[version]}/${name}`]),
    ),
    ...options,
  });
  return made.outputFiles![0]!.text;
}

interface Client {
  hydrate(): void;
  errors: string[];
}
const sent = new Map<string, { page: string; client: string }>();
const WAYS = ["tag", "defer", "npm"] as const;

beforeAll(async () => {
  mkdirSync(folder, { recursive: true });
  for (const version of [18, 19] as const) {
    for (const way of WAYS) {
      const library = way == "npm" ? "undefined" : JSON.stringify(way);
      const server = await bundle(
        version,
        `import { renderToString } from "react-dom/server";
         module.exports = "<!doctype html>" + renderToString(h(App, { library: ${library} }));`,
        { format: "cjs", platform: "node" },
      );
      const file = join(folder, `${version}-${way}.cjs`);
      writeFileSync(file, server);
      const { default: page } = (await import(pathToFileURL(file).href)) as { default: string };
      const start =
        way == "npm"
          ? `import { createConsent } from "consentry";
             import { mountUi } from "consentry/ui";
             globalThis.Consentry = { current: createConsent({ ...${JSON.stringify(OPTIONS)}, ui: mountUi }) };
             Consentry.current.start();`
          : "";
      const client = await bundle(
        version,
        `import { startTransition } from "react";
         import { hydrateRoot } from "react-dom/client";
         ${start}
         window.errors = [];
         window.hydrate = () => startTransition(() => {
           hydrateRoot(document, h(App, { library: ${library} }), { onRecoverableError: (error) => errors.push(error.message) });
         });`,
        { format: "esm" },
      );
      sent.set(`${version} ${way}`, { page, client });
    }
  }
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

await inOneEngine("an app that hydrates the whole document", (open, network) => {
  it.each([18, 19].flatMap((version) => WAYS.map((way) => [version, way] as const)))(
    "of React %i keeps the banner, which answers, and loses nothing of its own: %s",
    async (version, way) => {
      const { page: text, client } = sent.get(`${version} ${way}`)!;
      network.route(`${SITE}/`, text);
      network.route(`${SITE}/client.js`, {
        body: client,
        headers: { "content-type": "text/javascript" },
      });
      const page = await open(`${SITE}/`);
      await expect.poll(page.view).toBe("banner");
      await page.evaluate(() => {
        document.querySelector("#more")!.setAttribute("data-sent", "");
        (window as unknown as Client).hydrate();
      });
      await expect
        .poll(async () => {
          await page.evaluate(() => document.querySelector<HTMLElement>("#more")!.click());
          return page.evaluate(() => document.querySelector("#more")!.textContent);
        })
        .not.toBe("count 0");
      // The server's own element, not one that was rendered anew.
      expect(await page.evaluate(() => !!document.querySelector("#more[data-sent]"))).toBe(true);
      expect(await page.evaluate(() => (window as unknown as Client).errors)).toEqual([]);
      expect(await page.view()).toBe("banner");
      await page.choose("reject-all");
      await expect.poll(async () => (await page.choice())?.get("no")).toContain("performance");
    },
  );
});
