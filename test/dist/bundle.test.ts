import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";
import { SITE } from "../pages/server.ts";
import { bundled, serveBundle, SITE_CONFIG } from "../util/bundledSite.ts";
import { command, fileOf } from "../util/command.ts";
import { html, PLAIN } from "../util/html.ts";
import { inOneEngine, type Visit } from "../util/visit.ts";

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
const LISTEN = `<script>told=[];document.addEventListener("consentry:problem",({detail:{code,at}})=>told.push(code+" "+at))</script>`;
const MISTAKES =
  '<iframe data-concent="marketing" data-src="https://video.vendor.test/f"></iframe>' +
  '<script type="text/plain" data-consent="nosuch">1</script>';
/** What only the owner's page reports. */
const OF_OWNER = [
  "unknown-mark data-concent",
  "policy-narrow hotjar script-src-elem static.hotjar.com",
];
/** Stops what is permitted. */
const POLICY = { "content-security-policy": "script-src 'self' 'unsafe-inline'" };
const FIRST = ["/js/consentry.site.js"];
const DEFAULTS = ["consent default denied", "consent", "default", "denied"];

await inOneEngine("consentry bundle", (open, network) => {
  /** Our own code that the page asked for. */
  const fetched = () =>
    network.log.entries().flatMap(({ path }) => (/^\/(js|dist)\//.test(path) ? [path] : []));
  const told = (page: Visit) =>
    page.evaluate(() => (globalThis as unknown as { told: string[] }).told);
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
    await serveBundle(network, "--lang", "nl");
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
    await serveBundle(network, "--lang", "nl");
    // The script tag with the same configuration: the choice is about the same, so it counts.
    network.route(`${SITE}/consent.json`, {
      body: JSON.stringify(SITE_CONFIG),
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
    await serveBundle(network, "--lang", "nl,de");
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
    await serveBundle(network, "--lang", "nl");
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
    await serveBundle(network, "--split");
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

  it.each([[[]], [["--split"]]])(
    "looks for mistakes in the page where its owner asks, by a file that no visitor fetches: %j",
    async (more) => {
      await serveBundle(network, ...more);
      network.route(`${SITE}/made`, {
        body: html({ head: LISTEN, library: TAG, body: MISTAKES }),
        headers: { "content-type": "text/html; charset=utf-8", ...POLICY },
      });
      const visitor = await open(`${SITE}/made`);
      await expect.poll(() => told(visitor)).toContain("unknown-id nosuch");
      await visitor.evaluate(() => Consentry.current!.acceptAll());
      await visitor.settle();
      expect((await told(visitor)).filter((one) => OF_OWNER.includes(one))).toEqual([]);
      const paid = [...FIRST, ...(more[0] ? ["/js/consentry.site.ask.js"] : [])];
      expect(fetched()).toEqual(paid);
      network.log.clear();
      const owner = await open(`${SITE}/made#consentry-check`);
      await expect.poll(() => told(owner)).toContain(OF_OWNER[0]);
      expect(fetched()).toContain("/js/consentry.site.check.js");
      await owner.evaluate(() => Consentry.current!.acceptAll());
      await expect.poll(() => told(owner)).toEqual(expect.arrayContaining(OF_OWNER));
    },
  );

  it("is shut where its second file does not come", async () => {
    await serveBundle(network, "--split");
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
