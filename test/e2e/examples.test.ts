import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writePolicies } from "../../src/build/policy/writePolicies.ts";
import { metaPixel } from "../../src/catalogue/services/meta-pixel.ts";
import { parseGate } from "../../src/core/config/parseGate.ts";
import { root } from "../pages/files.ts";
import { startDemo, type Demo } from "../pages/demo.ts";
import { SITE } from "../pages/server.ts";
import { vendorHosts } from "../pages/vendors.ts";
import { inOneEngine, type Visit } from "../util/visit.ts";

const EXAMPLES = `${SITE}/examples`;
const GOOGLE = ["GET www.googletagmanager.com/gtag/js", "POST www.google-analytics.com/g/collect"];
const HOTJAR = [
  "GET script.hotjar.com/modules.0f3c.js",
  "GET static.hotjar.com/c/hotjar-123456.js",
  "POST in.hotjar.com/api/v2/client/sites/123456/visit-data",
];
const BING = ["GET bat.bing.com/action/0", "GET bat.bing.com/bat.js"];
const ALL = [...BING, ...HOTJAR, ...GOOGLE].sort();

/** Uncaught errors and what the console warned of; the examples carry no observer of their own. */
const panel = (page: Visit): Promise<string> =>
  page.evaluate(() => document.querySelector(".watch")?.textContent ?? "");

await inOneEngine("examples", (open) => {
  it.each([
    ["index.html", "en", "Accept all"],
    ["nl.html", "nl", "Alles"],
  ])(
    "the demo site, %s: its tags stay still until the choice, and the panel shows it",
    async (file, lang, word) => {
      const page = await open(`${EXAMPLES}/${file}`);
      await expect.poll(page.view).toBe("banner");
      expect(await page.evaluate(() => document.documentElement.lang)).toBe(lang);
      const text = await page.evaluate(
        () => document.querySelector("[data-consentry]")!.shadowRoot!.textContent,
      );
      expect(text).toContain(word);
      await page.watch.expectNothingBefore();
      await page.choose("accept-all");
      await expect.poll(page.calls).toEqual(expect.arrayContaining(ALL));
      await expect.poll(() => panel(page)).toContain("www.google-analytics.com/g/collect");
      await expect.poll(() => panel(page)).toContain("_hjSessionUser_123456");
      await expect.poll(() => panel(page)).toMatch(/given \(accept-all, banner\)/);
    },
  );

  it("a forgotten pixel is named in a panel with the markup that holds it, and stopped by a policy", async () => {
    const named = (page: Visit) =>
      page.evaluate(
        () => document.querySelector("[data-consentry-monitor]")?.shadowRoot?.textContent ?? "",
      );
    const leaking = await open(`${EXAMPLES}/leak/index.html#consentry-check`);
    await expect
      .poll(() => named(leaking))
      .toContain("img www.facebook.com: meta-pixel, not permitted");
    expect(await named(leaking)).toContain(
      '<img data-consent="meta-pixel" data-src="https://www.facebook.com/tr?id=1234567890&amp;ev=PageView&amp;noscript=1" alt="">',
    );
    expect(leaking.calls()).toEqual(["GET www.facebook.com/tr"]);
    await leaking.close();
    const file = readFileSync(join(root, "examples/leak/policy.html"), "utf8");
    const config = JSON.parse(
      readFileSync(join(root, "examples/leak/consent.json"), "utf8"),
    ) as object;
    const gate = parseGate({ ...config, services: [metaPixel()] }, () => {});
    expect(file).toContain(
      `content="${writePolicies(gate, {}, "header").text.trim().split(": ")[1]!}`,
    );
    expect(JSON.parse(writePolicies(gate, {}, "monitor").text)).toEqual(
      JSON.parse(readFileSync(join(root, "examples/leak/monitor.json"), "utf8")),
    );
    const stopped = await open(`${EXAMPLES}/leak/policy.html#consentry-check`);
    await expect.poll(() => named(stopped)).toContain("not permitted, stopped by the policy");
    await expect.poll(stopped.view).toBe("banner");
    await stopped.settle();
    expect(stopped.calls().filter((one) => one.includes("facebook"))).toEqual([
      "GET www.facebook.com/tr",
    ]);
  });

  it("the demo site's film waits behind a placeholder", async () => {
    const page = await open(`${EXAMPLES}/index.html`);
    await page.choose("reject-all");
    await page.choose("load-once");
    await expect.poll(page.calls).toContain("GET www.youtube-nocookie.com/embed/waterlijn");
  });

  it.each(["privacy.html", "privacy-nl.html"])(
    "the demo site's notice, %s, declares, objects and shows the receipt",
    async (file) => {
      const page = await open(`${EXAMPLES}/${file}`);
      const text = () =>
        page.evaluate(() =>
          [...document.querySelectorAll("main, main *")]
            .map((element) => element.shadowRoot?.textContent ?? "")
            .concat(document.querySelector("main")!.textContent)
            .join(" "),
        );
      await expect.poll(text).toContain("_hjSessionUser_*");
      // econda runs under a declared legitimate interest until somebody objects.
      await expect.poll(page.calls).toContain("GET l.ecn-ldr.de/loader/loader.js");
      await page.click("[data-consent-toggle]");
      await expect
        .poll(() => page.evaluate(() => Consentry.current!.permits("econda")))
        .toBe(false);
      // What had run is unloaded by a reload, which may swallow a click.
      const reopen = async () => {
        if ((await page.view()) != "preferences") {
          await page.evaluate(() =>
            document.querySelector<HTMLElement>("[data-consent-open]")!.click(),
          );
        }
        return page.view();
      };
      await expect.poll(reopen).toBe("preferences");
    },
  );

  it("plain HTML: three snippets, two attributes each", async () => {
    const page = await open(`${EXAMPLES}/plain-html/`);
    await expect.poll(page.view).toBe("banner");
    await page.watch.expectNothingBefore();
    await page.choose("accept-all");
    await expect.poll(page.calls).toEqual(ALL);
  });

  it("the single-page app: gates what its routes bring in, and counts each route once", async () => {
    const page = await open(`${EXAMPLES}/spa/`);
    await expect.poll(page.view).toBe("banner");
    await page.watch.expectNothingBefore();
    await page.click('a[href="#/film"]');
    await expect
      .poll(() =>
        page.evaluate(() => document.querySelector("[data-consentry-placeholder]") != null),
      )
      .toBe(true);
    expect(page.outside()).toEqual([]);
    await page.choose("accept-all");
    const film = ["GET www.youtube-nocookie.com/embed/acme", ...GOOGLE];
    await expect.poll(page.calls).toEqual(expect.arrayContaining(film));
    await page.click('a[href="#/about"]');
    await expect.poll(() => page.calls().filter((call) => call == GOOGLE[1])).toHaveLength(2);
    expect(page.calls().filter((call) => call == GOOGLE[0])).toHaveLength(1);
    await page.click("[data-consent-open]");
    await expect.poll(page.view).toBe("preferences");
  });

  it("your own interface: the engine without a face", async () => {
    const page = await open(`${EXAMPLES}/custom-ui/`);
    const status = () => page.evaluate(() => document.querySelector("#status")?.textContent ?? "");
    await expect.poll(status).toContain("not chosen");
    await page.watch.expectNothingBefore();
    expect(await page.view()).toBeNull();
    await page.click("input[name=performance]");
    await page.click("button[value=save]");
    await expect.poll(page.calls).toEqual(GOOGLE);
    await expect.poll(status).toContain("performance");
    await page.click("#withdraw");
    await expect.poll(status).toContain("nothing optional");
    await expect.poll(async () => (await page.stored()).cookies).toEqual(["consentry"]);
    await page.click("button[value=acceptAll]");
    await expect.poll(page.calls).toEqual(expect.arrayContaining(BING));
  });
});

describe("the demo server", () => {
  let demo: Demo;
  beforeAll(async () => {
    demo = await startDemo(4173);
  });
  afterAll(() => demo.close());
  const read = async (address: string): Promise<string> => (await fetch(address)).text();

  it("serves every example, and puts the stand-ins in place of the vendors", async () => {
    expect(demo.url).toMatch(/^http:\/\/localhost:\d+\/examples\/$/);
    for (const path of [
      "",
      "nl.html",
      "plain-html/",
      "spa/built/main.js",
      "custom-ui/built/main.js",
    ]) {
      const answer = await fetch(demo.url + path);
      expect(answer.status, path).toBe(200);
      const text = await answer.text();
      for (const host of vendorHosts) expect(text, path).not.toContain(`//${host}`);
    }
    expect(await read(`${demo.url}plain-html/`)).toMatch(/http:\/\/127\.0\.0\.1:\d+\/gtag\/js/);
  });

  it("logs what reaches a stand-in, for the panel", async () => {
    const script = /http:\/\/127\.0\.0\.1:\d+\/gtag\/js\?id=[\w-]+/.exec(await read(demo.url))![0];
    expect(await read(script)).toContain("127.0.0.1");
    const listed = JSON.parse(
      await read(new URL("/stand-ins.json?from=0", demo.url).href),
    ) as object[];
    expect(listed).toMatchObject([
      { method: "GET", host: "www.googletagmanager.com", path: "/gtag/js" },
    ]);
  });

  it("takes the next free port where the wanted one is in use, and serves of the rest of the folder the manifest alone", async () => {
    const other = await startDemo(Number(new URL(demo.url).port));
    expect(other.url).not.toBe(demo.url);
    await other.close();
    for (const path of [
      "/tsconfig.json",
      "/examples/../tsconfig.json",
      "/dist/..%2ftsconfig.json",
      "/node_modules/preact/package.json",
    ]) {
      expect((await fetch(new URL(path, demo.url))).status, path).toBe(404);
    }
    // The configurator finds the package's files by it.
    expect((await fetch(new URL("/package.json", demo.url))).status).toBe(200);
  });
});
