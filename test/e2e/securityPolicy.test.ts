import { build } from "esbuild";
import { expect, it } from "vitest";
import { root } from "../pages/files.ts";
import { SITE, type TestNetwork } from "../pages/server.ts";
import { archiveOn } from "../util/archive.ts";
import { NONCE, OURS, policy, reports, strictHtml } from "../util/strictPage.ts";
import { inEveryEngine, type Visit } from "../util/visit.ts";

const COLLECTOR = "https://collector.shop.test/v1/records";
/** What the vendors on the page need beside ours: their own lines. */
const VENDORS = [
  "connect-src 'self' https://collector.shop.test https://www.google-analytics.com",
  "img-src 'self' https://www.facebook.com",
  "frame-src https://www.youtube-nocookie.com",
];
const WITH_VENDORS = [...OURS.filter((line) => !/^(connect|img)-src/.test(line)), ...VENDORS];

const CONFIG = {
  controller: { name: "Acme BV", url: "https://www.shop.test/about" },
  policyUrl: "/privacy",
  collector: COLLECTOR,
  reopenButton: true,
  reload: "never",
};
const held = (attributes: string, text = ""): string =>
  `<script type="text/plain" data-consent="performance" ${attributes}>${text}</script>`;
const BODY = `
  ${held(`nonce="${NONCE}"`, 'seen.ran.push("inline")')}
  ${held(`nonce="${NONCE}" data-src="/file.js"`)}
  ${held(`nonce="${NONCE}" data-src="/module.js" data-type="module"`)}
  ${held(`nonce="${NONCE}" data-type="module"`, 'import { name } from "/part.js"; seen.ran.push(name)')}
  <iframe data-consent="youtube" data-src="https://www.youtube-nocookie.com/embed/x" width="400" height="300"></iframe>
  <img data-consent="marketing" data-src="https://www.facebook.com/tr?id=1" alt="" width="1" height="1">
  <p data-consent-toggle="google-analytics"></p>
  <div data-consent-declaration></div>
  <div data-consent-receipt></div>
  <a href="#cookie-settings">Cookies</a>`;
const RAN = ["file", "inline", "module", "part"];
const files: Record<string, string> = {
  "/file.js": 'seen.ran.push("file")',
  "/module.js": 'seen.ran.push("module")',
  "/part.js": 'export const name = "part"',
};

function serve(network: TestNetwork, more: Readonly<Record<string, string>> = {}): void {
  for (const [path, body] of Object.entries({ ...files, ...more })) {
    network.route(SITE + path, { body, headers: { "content-type": "text/javascript" } });
  }
}

/** Uses everything that a visitor can. */
async function tour(page: Visit): Promise<void> {
  await expect.poll(page.view).toBe("banner");
  await page.click('[data-consentry-action="load-once"]');
  await page.choose("open-preferences");
  await expect.poll(page.view).toBe("preferences");
  await page.press("Escape");
  await expect.poll(page.view).toBe("banner");
  await page.choose("accept-all");
  await expect.poll(async () => (await page.ran()).toSorted()).toEqual(RAN);
  await expect.poll(page.calls).toContain("GET www.facebook.com/tr");
  await expect.poll(page.calls).toContain("POST www.google-analytics.com/g/collect");
  await page.click("[data-consent-toggle]");
  await expect
    .poll(() => page.evaluate(() => Consentry.current!.permits("google-analytics")))
    .toBe(false);
  await page.click("a[href='#cookie-settings']");
  await expect.poll(page.view).toBe("preferences");
  await page.flip("marketing");
  await page.choose("save");
  await expect.poll(page.view).toBe("none");
  await page.evaluate(() => {
    const buttons = document.querySelectorAll<HTMLElement>("[data-consent-receipt] button");
    for (const button of buttons) button.click();
  });
  await expect
    .poll(() => page.evaluate(() => document.querySelector("[data-consent-receipt]")!.textContent))
    .toMatch(/\d/);
  await page.evaluate(() => void Consentry.current!.withdraw());
  await expect.poll(() => page.evaluate(() => Consentry.current!.permits("youtube"))).toBe(false);
  await page.settle();
}

/** Styles came, though the policy lets no style in but through script. */
const styled = (page: Visit): Promise<string[]> =>
  page.evaluate(() => {
    const top = document.querySelector("[data-consentry]")!.shadowRoot!.querySelector("button")!;
    const table = document.querySelector("[data-consent-declaration] table")!;
    return [getComputedStyle(top).fontWeight, getComputedStyle(table).borderCollapse];
  });

await inEveryEngine("a strict Content Security Policy", (openPage, network) => {
  // What is reported is the second witness.
  const open: typeof openPage = (page, options) => openPage(page, { ...options, whole: true });
  it("lets everything of ours work without a single violation, from the script tag", async () => {
    const archive = archiveOn(network, COLLECTOR);
    serve(network);
    const config = JSON.stringify({
      ...CONFIG,
      services: { "google-analytics": { id: "G-TEST123" }, youtube: {} },
    });
    const library = `<script nonce="${NONCE}" src="/dist/consentry.js"></script>
      <script nonce="${NONCE}">Consentry.start(${config})</script>`;
    const page = await open(strictHtml(library, BODY), { headers: policy(WITH_VENDORS) });
    await tour(page);
    expect(await styled(page)).toEqual(["600", "collapse"]);
    await expect.poll(() => archive.stored.length).toBe(4);
    expect(await page.evaluate(() => Consentry.current!.proof.verify())).toMatchObject({
      ok: true,
      length: 4,
    });
    expect(await page.errors()).toEqual([]);
    expect(reports(network)).toEqual([]);
  });

  it("lets everything of ours work without a single violation, from a bundle", async () => {
    const archive = archiveOn(network, COLLECTOR);
    serve(network, await bundle());
    const page = await open(
      strictHtml("", `${BODY}<script type="module" nonce="${NONCE}" src="/app/stdin.js"></script>`),
      { headers: policy(WITH_VENDORS) },
    );
    await tour(page);
    expect(await styled(page)).toEqual(["600", "collapse"]);
    await expect.poll(() => archive.stored.length).toBe(4);
    expect(await page.errors()).toEqual([]);
    expect(reports(network)).toEqual([]);
  });

  it("needs no nonce where the policy names the site's own origin", async () => {
    serve(network);
    network.route(`${SITE}/consent.json`, {
      body: JSON.stringify({ controller: { name: "Acme BV" } }),
      headers: { "content-type": "application/json" },
    });
    const own = OURS.map((line) =>
      line.startsWith("script-src") ? `script-src 'self' 'nonce-${NONCE}'` : line,
    );
    const library = '<script src="/dist/consentry.js" data-config="/consent.json"></script>';
    const page = await open(strictHtml(library, held(`nonce="${NONCE}" data-src="/file.js"`)), {
      headers: policy(own),
    });
    await page.choose("accept-all");
    await expect.poll(page.ran).toEqual(["file"]);
    expect(await page.errors()).toEqual([]);
    expect(reports(network)).toEqual([]);
  });

  it("lets scripts run after a second start as after the first", async () => {
    serve(network);
    const config = { controller: { name: "Acme BV" }, categories: ["performance"] };
    const library = `<script nonce="${NONCE}" src="/dist/consentry.js"></script>
      <script nonce="${NONCE}">Consentry.start(${JSON.stringify(config)})</script>`;
    const page = await open(strictHtml(library, held(`nonce="${NONCE}" data-src="/file.js"`)), {
      headers: policy(OURS),
    });
    await expect.poll(page.view).toBe("banner");
    await page.evaluate(() => Consentry.current!.acceptAll());
    await expect.poll(page.ran).toContain("file");
    await page.evaluate(
      ([again, nonce]) => {
        Consentry.current!.destroy();
        const script = document.createElement("script");
        script.type = "text/plain";
        script.nonce = nonce;
        script.dataset.consent = "performance";
        script.dataset.src = "/module.js";
        document.body.append(script);
        Consentry.start(again);
      },
      [config, NONCE] as const,
    );
    await expect.poll(page.ran).toContain("module");
    expect(await page.errors()).toEqual([]);
    expect(reports(network)).toEqual([]);
  });

  it("is enforced and watched: a sink refuses what did not pass through the policy, and is told", async () => {
    const page = await open(strictHtml("", ""), { headers: policy(OURS) });
    const outcome = await page.evaluate(() => {
      try {
        document.createElement("script").text = "1";
        return "taken";
      } catch {
        return "refused";
      }
    });
    expect(outcome).toBe("refused");
    await expect.poll(page.errors).toHaveLength(1);
    await expect.poll(() => reports(network).length).toBeGreaterThan(0);
  });

  it("that does not list our Trusted Types policy keeps every released script shut, and that is told", async () => {
    serve(network);
    const unlisted = OURS.map((line) =>
      line.startsWith("trusted-types") ? "trusted-types 'none'" : line,
    );
    const library = `<script nonce="${NONCE}" src="/dist/consentry.js"></script>
      <script nonce="${NONCE}">Consentry.start({ controller: { name: "Acme BV" }, categories: ["performance", "marketing"] })</script>`;
    const page = await open(strictHtml(library, held(`nonce="${NONCE}" data-src="/file.js"`)), {
      headers: policy(unlisted),
    });
    await page.choose("accept-all");
    await expect.poll(page.choice).not.toBeNull();
    await page.settle();
    expect(await page.ran()).toEqual([]);
    const codes = await page.evaluate(() => {
      const told: string[] = [];
      Consentry.current!.on("problem", ({ code }) => told.push(code))();
      return told;
    });
    expect(codes).toContain("script-failed");
  });

  it("lets no script run that lacks the nonce of the library's own tag, and reports it", async () => {
    serve(network);
    const library = `<script nonce="${NONCE}" src="/dist/consentry.js"></script>
      <script nonce="${NONCE}">Consentry.start({ controller: { name: "Acme BV" }, categories: ["performance", "marketing"] })</script>`;
    const alien = (ids: string, attributes: string, text = ""): string =>
      `<script type="text/plain" data-consent="${ids}" ${attributes}>${text}</script>`;
    const page = await open(
      strictHtml(
        library,
        alien("necessary", 'data-src="/file.js"') +
          alien("performance", 'nonce="other"', 'seen.ran.push("alien")') +
          alien("performance", 'data-type="module"', 'seen.ran.push("alien module")') +
          held(`nonce="${NONCE}"`, 'seen.ran.push("own")'),
      ),
      { headers: policy(OURS) },
    );
    await page.choose("accept-all");
    await expect.poll(page.ran).toEqual(["own"]);
    await page.settle();
    expect(await page.ran()).toEqual(["own"]);
    const codes = await page.evaluate(() => {
      const told: string[] = [];
      Consentry.current!.on("problem", ({ code }) => told.push(code))();
      return told;
    });
    expect(codes.filter((code) => code == "nonce-missing")).toHaveLength(3);
  });
});

/** What a bundler makes of a site that uses npm: modules that find each other, by their addresses. */
async function bundle(): Promise<Record<string, string>> {
  const code = `
    import { createConsent } from "consentry";
    import { mountUi } from "consentry/ui";
    import { googleAnalytics } from "consentry/services/google-analytics";
    import { youtube } from "consentry/services/youtube";
    import { googleConsentMode } from "consentry/signals/google-consent-mode";
    import nl from "consentry/locales/nl";
    const consent = createConsent({ ...${JSON.stringify(CONFIG)},
      services: [googleAnalytics({ id: "G-TEST123" }), youtube()], signals: [googleConsentMode()],
      ui: mountUi, locales: { nl }, nonce: document.querySelector("script[nonce]").nonce });
    window.Consentry = { current: consent };
    consent.start();`;
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: root, loader: "ts" },
    outdir: "/app",
    bundle: true,
    splitting: true,
    format: "esm",
    write: false,
    logLevel: "silent",
  });
  return Object.fromEntries(outputFiles.map(({ path, text }) => [path, text]));
}
