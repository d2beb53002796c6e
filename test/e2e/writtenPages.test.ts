import { expect, it } from "vitest";
import { SITE } from "../pages/server.ts";
import { CDN, gated, leaves, serveScript } from "../util/gatedScripts.ts";
import { BASIC, html, inline } from "../util/html.ts";
import { inEveryEngine, inOneEngine } from "../util/visit.ts";

// Pages as their owners write them, and what others' code does to them: whole pages, by the kinds that users of consent tools
// report. What a page's part shows alone is tested beside the gate.

const CONFIG = { ...BASIC, reload: "never" };
const deferred = `<script defer src="/dist/consentry.js"></script>
  <script type="application/json" id="consentry-config">${JSON.stringify(CONFIG)}</script>`;

await inEveryEngine("a page as its owner wrote it", (open, network) => {
  // A released script with document.write blanked the page (orestbida/cookieconsent#154; nicholasruggeri/cookies-enabler#32).
  it("is never replaced by what a released script writes: at the choice, on later pages, by either tag", async () => {
    const tag = serveScript(network, "tag", {
      body: `document.write("<i>external</i>"); ${leaves("external")}`,
    });
    const inlineTag = `document.write('<iframe src="${CDN}/ad" width="1" height="1"></iframe>');
      document.write('<script>${leaves("written")}<' + '/script>'); ${leaves("inline")}`;
    const body = `${gated("marketing", "", inlineTag)}<p id="after">After</p>
      ${gated("marketing", `data-src="${tag}"`)}<p id="end">End</p>`;
    network.route(`${CDN}/ad`, "<!doctype html><p>Ad");
    network.route(`${SITE}/deferred`, html({ library: deferred, body }));
    const page = await open({ library: inline(CONFIG), body });
    const expectWhole = async (): Promise<void> => {
      await expect
        .poll(page.ran)
        .toEqual(expect.arrayContaining(["inline", "written", "external"]));
      await expect.poll(() => page.evaluate(() => document.readyState)).toBe("complete");
      // Each stands before the script that wrote it.
      const order = await page.evaluate(() =>
        [...document.querySelectorAll("h1,#after,#end,i,iframe")].map(
          ({ id, localName }) => id || localName,
        ),
      );
      expect(order).toEqual(["h1", "iframe", "after", "i", "end"]);
      expect(await page.ran()).toHaveLength(3);
      expect(await page.errors()).toEqual([]);
    };
    await expect.poll(page.view).toBe("banner");
    expect(page.outside()).toEqual([]);
    await page.choose("accept-all");
    await expectWhole();
    for (const url of [`${SITE}/`, `${SITE}/deferred`]) {
      await page.goto(url);
      await expectWhole();
    }
  });

  // Back loads what a frame that came with the HTML showed last, with or without an address (Chromium 156).
  it("loads nothing on Back that was refused on another page", async () => {
    network.route(`${CDN}/film`, "<!doctype html><p>Film");
    network.route(`${SITE}/other`, html({ library: inline(CONFIG), body: "<p>Other" }));
    const page = await open({
      library: inline(CONFIG),
      body: `<iframe data-consent="marketing" data-src="${CDN}/film" width="300" height="200"></iframe>`,
    });
    const films = (): number => page.calls().filter((call) => call.endsWith("/film")).length;
    await expect.poll(page.view).toBe("banner");
    await page.choose("accept-all");
    await expect.poll(films).toBe(1);
    await page.goto(`${SITE}/other`);
    await page.evaluate(() => Consentry.current!.rejectAll());
    await page.back();
    const stand = (): Promise<number> =>
      page.evaluate(() => document.querySelectorAll("[data-consentry-placeholder]").length);
    await expect.poll(stand).toBe(1);
    await page.settle();
    expect(films()).toBe(1);
  });

  // Cloned slides kept a stale state (swiper#3942, #1968; verlok/vanilla-lazyload#250), as did what was serialised.
  it("has a placeholder for each copy of a frame, which is seen once it may load", async () => {
    const frame = `<iframe data-consent="marketing" data-src="${CDN}/film" width="300" height="200"></iframe>`;
    network.route(`${CDN}/film`, "<!doctype html><p>Film");
    const page = await open({
      library: inline(CONFIG),
      body: `<div id="slides"><b>${frame}</b></div>`,
    });
    const stand = (): Promise<{ working: number; hosts: number; seen: number }> =>
      page.evaluate(() => {
        const hosts = [...document.querySelectorAll("[data-consentry-placeholder]")];
        const frames = [...document.querySelectorAll("iframe")];
        return {
          working: hosts.filter((host) => host.shadowRoot?.querySelector("button")).length,
          hosts: hosts.length,
          seen: frames.filter((one) => one.src && one.getBoundingClientRect().height > 100).length,
        };
      });
    await expect.poll(stand).toEqual({ working: 1, hosts: 1, seen: 0 });
    await page.evaluate(() => {
      const slides = document.querySelector("#slides")!;
      slides.append(slides.firstElementChild!.cloneNode(true));
      slides.insertAdjacentHTML("beforeend", slides.innerHTML);
    });
    await expect.poll(stand).toEqual({ working: 4, hosts: 4, seen: 0 });
    expect(page.outside()).toEqual([]);
    await page.choose("accept-all");
    await expect.poll(stand).toEqual({ working: 0, hosts: 0, seen: 4 });
    expect(await page.errors()).toEqual([]);
  });
});

await inOneEngine("a first visit to a site that had no banner before", (open) => {
  // Refusal left the cookies (scify/laravel-cookie-guard#128; GlowCookies#73; statikbe/laravel-cookie-consent#35).
  it.each(["a refusal", "Global Privacy Control"])(
    "what lies there from before is erased by %s, and nothing else",
    async (by) => {
      const before = `<script>
        for (const name of ["_ga", "_ga_1", "__Secure-stats", "mine"]) document.cookie = name + "=1; path=/; secure";
        for (const name of ["trk", "cart"]) localStorage.setItem(name, "1");
        ${by == "a refusal" ? "" : "Object.defineProperty(Navigator.prototype, 'globalPrivacyControl', { get: () => true });"}
      </script>`;
      const storage = ["_ga", "_ga_*", "__Secure-stats"].map((name) => ({
        medium: "cookie",
        name,
      }));
      storage.push({ medium: "localStorage", name: "trk" });
      const services = [{ id: "ads", name: "Ads", category: "marketing", storage }];
      const page = await open({ head: before, library: inline({ ...CONFIG, services }) });
      if (by == "a refusal") await page.choose("reject-all");
      await expect.poll(async () => (await page.stored()).cookies).toEqual(["consentry", "mine"]);
      expect((await page.stored()).local).toEqual(["cart"]);
    },
  );
});

await inOneEngine("a page of the site in a frame of another", (open, network) => {
  // Banner twice (68publishers/cookie-consent#116; Vizzuality/trase#1606).
  it("asks there too; one answer closes both, is one record, and releases both", async () => {
    const inner = html({
      library: inline(CONFIG),
      body: gated("marketing", "", "parent.seen.ran.push('inner')"),
    });
    network.route(`${SITE}/inner`, { body: inner, headers: { "content-type": "text/html" } });
    const page = await open({
      library: inline(CONFIG),
      body: `${gated("marketing", "", leaves("outer"))}<iframe id="inner" src="/inner" width="600" height="500"></iframe>`,
    });
    const views = (): Promise<(string | null | undefined)[]> =>
      page.evaluate(() =>
        [document, document.querySelector<HTMLIFrameElement>("#inner")!.contentDocument!].map(
          (one) => one.querySelector("[data-consentry]")?.getAttribute("data-consentry-view"),
        ),
      );
    await expect.poll(views).toEqual(["banner", "banner"]);
    await page.evaluate(() => Consentry.current!.acceptAll());
    await expect.poll(views).toEqual(["none", "none"]);
    await expect.poll(async () => (await page.ran()).toSorted()).toEqual(["inner", "outer"]);
    const records = (): Promise<number> =>
      page.evaluate(async () => (await Consentry.current!.proof.records()).length);
    expect(await records()).toBe(1);
  });
});
