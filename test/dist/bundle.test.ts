import { cpSync, mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "../pages/files.ts";
import { SITE, type TestNetwork } from "../pages/server.ts";
import { command, fileOf, type Ended } from "../util/command.ts";
import { BASIC, PLAIN } from "../util/html.ts";
import { inOneEngine, type Visit } from "../util/visit.ts";

const CONFIG = {
  ...BASIC,
  services: {
    "google-analytics": { id: "G-TEST123" },
    hotjar: { id: 123456 },
    "microsoft-uet": { id: 1234567 },
  },
};
const VENDORS = [
  "GET bat.bing.com/action/0",
  "GET bat.bing.com/bat.js",
  "GET script.hotjar.com/modules.0f3c.js",
  "GET static.hotjar.com/c/hotjar-123456.js",
  "GET www.googletagmanager.com/gtag/js",
  "POST in.hotjar.com/api/v2/client/sites/123456/visit-data",
  "POST www.google-analytics.com/g/collect",
];
const TAG = '<script src="/js/consentry.site.js"></script>';
/** What a script right after ours finds in the vendors' queues. */
const NEXT = `<script>
  seen.ran.push(...(window.dataLayer ?? []).filter(([first]) => first == "consent").map((command) => [...command].slice(0, 2).join(" ") + " " + command[2].analytics_storage));
  seen.ran.push(...(window.uetq ?? []).map((part) => typeof part == "string" ? part : part.ad_storage));
</script>`;
const DEFAULTS = ["consent default denied", "consent", "default", "denied"];

const made = new Map<string, Promise<Ended & { file: string }>>();
/** Bundles once for all engines. */
function bundled(...more: string[]): Promise<Ended & { file: string }> {
  const key = more.join(" ");
  if (!made.has(key)) {
    const config = fileOf(CONFIG);
    const file = join(dirname(config), "consentry.site.js");
    made.set(
      key,
      command(["bundle", "--config", config, "--out", file, ...more]).then((ended) => ({
        ...ended,
        file,
      })),
    );
  }
  return made.get(key)!;
}

/** Puts the bundled files on the site. */
async function serve(network: TestNetwork, ...more: string[]): Promise<void> {
  const { code, file } = await bundled(...more);
  expect(code).toBe(0);
  for (const name of ["consentry.site.js", "consentry.site.ask.js"]) {
    if (name.includes("ask") && !more.includes("--split")) continue;
    network.route(`${SITE}/js/${name}`, {
      body: readFileSync(join(dirname(file), name)),
      headers: { "content-type": "text/javascript" },
    });
  }
}

await inOneEngine("consentry bundle", (open, network) => {
  /** Our own code that the page asked for. */
  const fetched = () =>
    network.log.entries().flatMap(({ path }) => (/^\/(js|dist)\//.test(path) ? [path] : []));
  const words = (page: Visit) =>
    page.evaluate(() => document.querySelector("[data-consentry]")?.shadowRoot?.textContent ?? "");

  it("takes services of the site's own from the same map", async () => {
    const config = fileOf({
      ...PLAIN,
      services: {
        "my-chat": { name: "Our chat", category: "functional", storage: [] },
        hotjar: { id: 123456 },
      },
    });
    const file = join(dirname(config), "consentry.site.js");
    expect(await command(["bundle", "--config", config, "--out", file])).toMatchObject({ code: 0 });
    network.route(`${SITE}/js/consentry.site.js`, {
      body: readFileSync(file),
      headers: { "content-type": "text/javascript" },
    });
    const page = await open({
      library: TAG,
      body: '<script type="text/plain" data-consent="my-chat">seen.ran.push("chat")</script>',
    });
    await expect.poll(page.view).toBe("banner");
    expect(await page.ran()).toEqual([]);
    await page.choose("accept-all");
    await expect.poll(page.ran).toEqual(["chat"]);
    await expect.poll(page.calls).toContain("GET static.hotjar.com/c/hotjar-123456.js");
    // The same choice counts for the same services behind the script tag.
    const table = await command(["declare", "--config", config]);
    expect(table.out).toContain("Our chat");
  });

  it("makes one file that is all a page needs: banner, settings, services, proof", async () => {
    await serve(network, "--lang", "nl");
    const page = await open({ lang: "nl", library: TAG + NEXT });
    await expect.poll(page.view).toBe("banner");
    expect(await page.ran()).toEqual(DEFAULTS);
    expect(await words(page)).toMatch(/Acme BV wil graag cookies/);
    await page.settle();
    expect(page.outside()).toEqual([]);
    await page.choose("open-preferences");
    await expect.poll(() => words(page)).toContain("Keuze opslaan");
    await page.choose("accept-all");
    await expect.poll(page.calls).toEqual(VENDORS);
    expect(fetched()).toEqual(["/js/consentry.site.js"]);
    const proof = await page.evaluate(async () => {
      const { proof } = Consentry.current!;
      const [record] = await proof.records();
      return [await proof.verify(), record?.language, record?.event];
    });
    expect(proof).toEqual([{ ok: true, length: 1, firstBad: null, reason: null }, "nl", "given"]);
    expect(await page.errors()).toEqual([]);
  });

  it("tells a returning visitor's choice before the next script, whoever stored it", async () => {
    await serve(network, "--lang", "nl");
    // The script tag with the same configuration: the choice is about the same, so it counts.
    network.route(`${SITE}/consent.json`, {
      body: JSON.stringify(CONFIG),
      headers: { "content-type": "application/json" },
    });
    const page = await open({
      library: '<script src="/dist/consentry.js" data-config="/consent.json"></script>',
    });
    await page.choose("accept-all");
    await expect.poll(page.choice).not.toBeNull();
    await page.settle();
    network.log.clear();
    network.route(`${SITE}/next`, {
      body: `<!doctype html><html lang="nl"><script>seen = { ran: [] }</script>${TAG}${NEXT}<p>Next</p>`,
      headers: { "content-type": "text/html" },
    });
    await page.goto(`${SITE}/next`);
    expect((await page.ran()).slice(0, 7)).toEqual([
      "consent default denied",
      "consent update granted",
      "consent",
      "default",
      "denied",
      "consent",
      "update",
    ]);
    await expect.poll(page.calls).toEqual(VENDORS);
    expect(fetched()).toEqual(["/js/consentry.site.js"]);
    expect(await page.view()).not.toBe("banner");
  });

  it("shows its first language where the page's own is not there, and the page's where it is", async () => {
    await serve(network, "--lang", "nl,de");
    const french = await open({ lang: "fr", library: TAG });
    await expect.poll(() => words(french)).toMatch(/wil graag cookies/);
    const tag = (page: Visit) =>
      page.evaluate(
        () => document.querySelector("[data-consentry]")!.shadowRoot!.querySelector("[lang]")!.getAttribute("lang"),
      );
    expect(await tag(french)).toBe("nl");
    const swiss = await open({ lang: "de-CH", library: TAG });
    await expect.poll(() => words(swiss)).toMatch(/ablehnen/i);
    expect(await tag(swiss)).toBe("de");
  });

  it("runs under a strict policy: its nonce goes along, and nothing else is let in", async () => {
    await serve(network, "--lang", "nl");
    const page = await open(
      `<!doctype html><html lang="nl"><head><meta charset="utf-8">
       <script nonce="n0nce">window.seen = { errors: [], events: [], ran: [] };
         addEventListener("securitypolicyviolation", (event) => seen.errors.push(event.violatedDirective + " " + event.blockedURI));
       </script>
       <script nonce="n0nce" src="/js/consentry.site.js"></script></head><body><h1>Shop</h1>`,
      {
        headers: {
          "content-security-policy":
            "default-src 'none'; script-src 'nonce-n0nce' 'strict-dynamic'; connect-src https:; img-src https:; base-uri 'none'",
        },
      },
    );
    await page.choose("accept-all");
    await expect.poll(page.calls).toEqual(VENDORS);
    await page.evaluate(() => Consentry.current!.show("preferences"));
    await expect.poll(page.view).toBe("preferences");
    expect(await page.errors()).toEqual([]);
  });

  it("with --split asks for one file until a choice is due, and for the second then", async () => {
    await serve(network, "--split");
    const page = await open({ library: TAG + NEXT });
    await expect.poll(page.view).toBe("banner");
    expect(await page.ran()).toEqual(DEFAULTS);
    await page.choose("accept-all");
    await expect.poll(page.calls).toEqual(VENDORS);
    expect(fetched()).toEqual(["/js/consentry.site.js", "/js/consentry.site.ask.js"]);
    network.log.clear();
    await page.reload();
    await expect.poll(page.calls).toEqual(VENDORS);
    expect(fetched()).toEqual(["/js/consentry.site.js"]);
    await page.evaluate(() => Consentry.current!.show("preferences"));
    await expect.poll(page.view).toBe("preferences");
    await page.choose("withdraw-all");
    await expect.poll(async () => (await page.stored()).cookies).toEqual(["consentry"]);
  });

  it("is shut where its second file does not come", async () => {
    await serve(network, "--split");
    network.route(`${SITE}/js/consentry.site.ask.js`, { status: 404 });
    const page = await open({ library: TAG });
    await page.settle();
    await page.evaluate(() => Consentry.current!.acceptAll());
    await page.settle();
    expect(page.outside()).toEqual([]);
    expect(await page.evaluate(() => Consentry.current!.state.status)).toBe("undecided");
    expect(await page.errors()).toEqual([]);
  });
});

describe("the bundle command", () => {
  it("prints each file with its sizes, the same bytes each time", async () => {
    const { out, file } = await bundled("--split");
    expect(out.split("\n")[0]).toBe(
      `${file}: ${readFileSync(file).length} bytes, ${/, (\d+) by brotli/.exec(out)?.[1]} by brotli`,
    );
    expect(out).toContain("consentry.site.ask.js: ");
    const again = fileOf(CONFIG);
    await command(["bundle", "--config", again, "--out", `${again}.js`]);
    expect(readFileSync(`${again}.js`)).toEqual(readFileSync((await bundled()).file));
  });

  it("holds the services, signals and languages of the site and no other", async () => {
    const text = readFileSync((await bundled("--lang", "nl")).file, "utf8");
    for (const word of ["static.hotjar.com", "bat.bing.com", "ad_user_data", "Bewaartermijn"]) {
      expect(text).toContain(word);
    }
    expect(text).not.toMatch(/clarity\.ms\/tag|matomo|Speicherdauer|Reject all/);
  });

  it("keeps the weight that the decision was made on (brotli, bytes)", async () => {
    const sizes = async (...more: string[]) =>
      [...(await bundled(...more)).out.matchAll(/, (\d+) by brotli/g)].map(([, size]) => Number(size));
    expect((await sizes("--lang", "nl"))[0]).toBeLessThan(55_500);
    expect((await sizes("--split"))[0]).toBeLessThan(15_300);
  });

  it("uses the site's own esbuild, and says what to do where there is none", async () => {
    const config = fileOf(CONFIG);
    const site = dirname(config);
    const home = join(site, "node_modules/consentry");
    mkdirSync(join(home, "dist"), { recursive: true });
    cpSync(join(root, "package.json"), join(home, "package.json"));
    for (const folder of ["node", "esm"]) {
      cpSync(join(root, "dist", folder), join(home, "dist", folder), { recursive: true });
    }
    const run = () =>
      command(["bundle", "--config", "consent.json", "--out", "site.js"], site, home);
    expect(await run()).toEqual({
      code: 3,
      out: "",
      err: "bundler-missing: This command needs esbuild, which is not installed. Run: npm i -D esbuild\n",
    });
    for (const name of ["esbuild", "preact", "js-cookie"]) {
      symlinkSync(join(root, "node_modules", name), join(site, "node_modules", name));
    }
    expect(await run()).toMatchObject({ code: 0, err: "" });
  });

  it.each<[string, string[], number, RegExp]>([
    ["no place to write to", ["--config", fileOf(CONFIG)], 2, /^--out FILE is needed/],
    ["a language that is not there", ["--config", fileOf(CONFIG), "--out", "x.js", "--lang", "nl,tlh"], 2, /^language-unknown: .*"tlh"/],
    ["a signal that is not there", ["--config", fileOf({ ...CONFIG, signals: ["../nobody"] }), "--out", "x.js"], 1, /^signal-unavailable: .*nobody/],
    ["a signal that is none", ["--config", fileOf({ ...CONFIG, signals: ["gpc"] }), "--out", "x.js"], 1, /^signal-unavailable: .*gpc/],
  ])("answers %s with one message and its exit code", async (_what, args, code, message) => {
    const ended = await command(["bundle", ...args]);
    expect(ended).toMatchObject({ code, out: "" });
    expect(ended.err).toMatch(message);
  });
});
