import { build } from "esbuild";
import { expect, it } from "vitest";
import { root } from "../pages/files.ts";
import { SITE } from "../pages/server.ts";
import { inOneEngine, NOTHING } from "../util/visit.ts";

/** What a bundler makes of a site's own module, with `consentry` resolved through its `exports`. */
async function bundle(code: string): Promise<string> {
  const result = await build({
    stdin: { contents: code, resolveDir: root, loader: "ts" },
    bundle: true,
    format: "iife",
    write: false,
    logLevel: "silent",
  });
  return result.outputFiles[0]!.text;
}

const APP = await bundle(`
  import { createConsent } from "consentry";
  import { mountUi } from "consentry/ui";
  import { googleAnalytics } from "consentry/services/google-analytics";
  import { googleConsentMode } from "consentry/signals/google-consent-mode";
  window.consent = createConsent({
    controller: { name: "Acme BV" },
    services: [googleAnalytics({ id: "G-TEST123" })],
    signals: [googleConsentMode()],
    ui: mountUi,
  });`);
const GOOGLE = ["GET www.googletagmanager.com/gtag/js", "POST www.google-analytics.com/g/collect"];

/** An app that starts in an effect, which StrictMode runs twice in React's development build. */
const strictApp = (effect: string): Promise<string> =>
  build({
    stdin: {
      contents: `
        import { createElement, StrictMode, useEffect } from "react";
        import { createRoot } from "react-dom/client";
        import { createConsent } from "consentry";
        import { mountUi } from "consentry/ui";
        const consent = createConsent({ controller: { name: "Acme BV" }, categories: ["performance"], ui: mountUi });
        window.told = [];
        window.effects = 0;
        window.again = () => consent.start();
        consent.on("problem", ({ code }) => window.told.push(code));
        function App() {
          useEffect(() => { window.effects++; ${effect} }, []);
          return null;
        }
        const place = document.body.appendChild(document.createElement("div"));
        createRoot(place).render(createElement(StrictMode, null, createElement(App)));`,
      resolveDir: root,
    },
    bundle: true,
    format: "iife",
    write: false,
    define: { "process.env.NODE_ENV": '"development"' },
  }).then(({ outputFiles }) => outputFiles[0]!.text);

interface AppWindow {
  told: string[];
  effects: number;
  again(): void;
  consent: Pick<typeof Consentry, never> & { start(): void; destroy(): void; acceptAll(): void };
}

await inOneEngine("the npm doors", (open, network) => {
  const app = '<script src="/app.js"></script>';
  const start = () => (globalThis as unknown as AppWindow).consent.start();
  const route = () =>
    network.route(`${SITE}/app.js`, { body: APP, headers: { "content-type": "text/javascript" } });

  it.each([
    ["without a clean-up", "consent.start();"],
    ["with one", "consent.start(); return () => consent.destroy();"],
  ])("start in an effect that StrictMode runs twice, %s", async (_what, effect) => {
    network.route(`${SITE}/strict.js`, {
      body: await strictApp(effect),
      headers: { "content-type": "text/javascript" },
    });
    const page = await open({ library: "", body: '<script src="/strict.js"></script>' });
    await expect.poll(page.view).toBe("banner");
    const seen = () =>
      page.evaluate(() => {
        const { told, effects } = globalThis as unknown as AppWindow;
        return { told, effects };
      });
    await page.settle();
    expect(await seen()).toEqual({ told: [], effects: 2 });
    await page.choose("reject-all");
    await expect.poll(page.view).toBe("none");
    // A second start that is a mistake still is one.
    await page.evaluate(() => (globalThis as unknown as AppWindow).again());
    const later = async () => (await seen()).told.filter((code) => code == "already-started");
    await expect.poll(later).toEqual(effect.includes("destroy") ? [] : ["already-started"]);
  });

  it("make an instance without touching anything; start shows the banner", async () => {
    route();
    const page = await open({ library: app, body: "<p>Text</p>" });
    const markup = () => page.evaluate(() => document.documentElement.outerHTML);
    const before = await markup();
    await page.settle();
    expect(await markup()).toBe(before);
    expect(await page.view()).toBeNull();
    expect(await page.stored()).toEqual(NOTHING);
    expect(await page.evaluate(() => "dataLayer" in window || "gtag" in window)).toBe(false);

    await page.evaluate(start);
    await expect.poll(page.view).toBe("banner");
    await page.settle();
    expect(page.outside()).toEqual([]);
    await page.choose("accept-all");
    await expect.poll(page.calls).toEqual(GOOGLE);
    const hit = page.outside().find(({ path }) => path == "/g/collect");
    expect(new URLSearchParams(hit?.query).get("gcs")).toBe("G101");
    expect(await page.errors()).toEqual([]);
  });

  it("start twice is one banner, and destroy takes it away", async () => {
    route();
    const page = await open({ library: app });
    await page.evaluate(start);
    await page.evaluate(start);
    await expect.poll(page.view).toBe("banner");
    expect(await page.evaluate(() => document.querySelectorAll("[data-consentry]").length)).toBe(1);
    await page.evaluate(() => (globalThis as unknown as AppWindow).consent.destroy());
    expect(await page.view()).toBeNull();
    expect(await page.errors()).toEqual([]);
  });
});
