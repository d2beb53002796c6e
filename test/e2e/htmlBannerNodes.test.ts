import { expect, it } from "vitest";
import { renderBanner, type SiteConfig } from "consentry/server";
import { SITE, type TestNetwork } from "../pages/server.ts";
import { isTaken, look, pageOf, SEEN, type Parts } from "../util/bannerPage.ts";
import { frames } from "../util/frames.ts";
import { heldFile } from "../util/heldFile.ts";
import { BASIC } from "../util/html.ts";
import { inOneEngine, type Visit } from "../util/visit.ts";

const LAYOUTS = ["box", "bar", "centre"] as const;

const serve = (network: TestNetwork, config: SiteConfig): void =>
  network.route(`${SITE}/consent.json`, {
    body: JSON.stringify(config),
    headers: { "content-type": "application/json" },
  });

await inOneEngine("the banner in the HTML beside script's", (openPage, network: TestNetwork) => {
  const open = async (config: SiteConfig, parts: Parts): Promise<Visit> => {
    serve(network, config);
    return openPage(await pageOf(config, parts), { arrival: "domcontentloaded" });
  };

  it.each(["en", "nl", "ar", "pt-br", "ja"])(
    "are the same nodes, layout by layout: %s",
    async (lang) => {
      const config = {
        ...BASIC,
        texts: { "*": { "banner.title": `<b>"A" & B\u00a0</b>` } },
        services: [
          { id: "ads", name: 'A & "B"', category: "marketing", storage: [] },
          { id: "shop", name: "Shop", category: "necessary", reason: "Basket.", storage: [] },
        ],
      };
      for (const layout of LAYOUTS) {
        const come = heldFile(network, "consentry.js");
        const site = { ...config, layout };
        network.route(`${SITE}/consent.json`, {
          body: JSON.stringify(site),
          headers: { "content-type": "application/json" },
        });
        const page = await openPage(await pageOf(site, { lang }), { arrival: "domcontentloaded" });
        await expect.poll(async () => (await look(page)).isSeen).toBe(true);
        await page.evaluate(() => {
          const layer = document
            .querySelector("[data-consentry]")!
            .shadowRoot!.querySelector(".banner");
          Object.assign(window, { layer });
        });
        come();
        await expect.poll(isTaken(page)).toBe(true);
        const same = () =>
          page.evaluate(() => {
            const root = document.querySelector("[data-consentry]")!.shadowRoot!;
            return root.querySelector(".banner") == (window as never as { layer: Element }).layer;
          });
        expect(await same(), layout).toBe(true);
        expect((await look(page)).words).toBe(`<b>"A" & B\u00a0</b>`);
        await page.leave();
      }
    },
  );

  it("is painted before it asks for the files that only an answer needs", async () => {
    const come = heldFile(network, "consentry.js");
    const watch = `<script nonce="n">
      const found = [...document.querySelectorAll("link[rel=modulepreload]")];
      window.order = found.map(() => "asks");
      requestAnimationFrame(() => order.push("frame"));
      new MutationObserver((records) => {
        for (const { addedNodes } of records)
          for (const node of addedNodes)
            if (node.rel == "modulepreload") order.push(node.nonce == "n" ? "asks" : "without a nonce");
      }).observe(document.head, { childList: true });</script>`;
    const page = await open(BASIC, { lang: "nl", files: "/dist", head: watch, nonce: "n" });
    const order = () => page.evaluate(() => (window as never as { order: string[] }).order);
    // The banner's, and the language's.
    await expect.poll(order).toEqual(["frame", "asks", "asks"]);
    come();
    await expect.poll(isTaken(page)).toBe(true);
  });

  it("is made by script where the browser takes no shadow root from HTML, once", async () => {
    serve(network, BASIC);
    const old = (await pageOf(BASIC)).replace("shadowrootmode", "data-none");
    const page = await openPage(old, { arrival: "domcontentloaded" });
    await expect.poll(() => look(page)).toEqual(SEEN);
    await page.choose("accept-all");
    await expect.poll(async () => (await page.ran()).toSorted()).toEqual(["decision", "gated"]);
  });

  it("of a stranger, where strangers write, is not shown", async () => {
    network.route(`${SITE}/dist/consentry.js`, { status: 404 });
    const ours = await renderBanner(BASIC);
    const page = await open(BASIC, { body: `<div data-consent-ignore>${ours}</div>` });
    await expect.poll(() => look(page)).toMatchObject({ ...SEEN, hosts: 2 });
    const hidden = () =>
      page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>("[data-consentry]")].map((one) => one.hidden),
      );
    expect(await hidden()).toEqual([false, true]);
    network.route(`${SITE}/theirs`, {
      body: (await pageOf(BASIC)).replace(ours, `<div data-consent-ignore>${ours}</div>`),
      headers: { "content-type": "text/html; charset=utf-8" },
    });
    await page.goto(`${SITE}/theirs`);
    await page.evaluate(frames, 3);
    expect(await hidden()).toEqual([true]);
  });

  it("of a stranger is not taken over by script either, which puts one of its own in its place", async () => {
    const ours = await renderBanner(BASIC);
    serve(network, BASIC);
    const theirs = (await pageOf(BASIC)).replace(ours, `<div data-consent-ignore>${ours}</div>`);
    const page = await openPage(theirs, { arrival: "domcontentloaded" });
    const hosts = (): Promise<[boolean, string | null][]> =>
      page.evaluate(() =>
        [...document.querySelectorAll("[data-consentry]")].map((one) => [
          !!one.closest("[data-consent-ignore]"),
          one.getAttribute("data-consentry-view"),
        ]),
      );
    // No one hears its clicks: it looks like ours and is dead.
    await expect.poll(hosts).toEqual([[false, "banner"]]);
  });

  it("gives way to what the page needs, where the page uses what the configuration does not name", async () => {
    const config = {
      ...BASIC,
      categories: undefined,
      services: [{ id: "stats", name: "Stats", category: "performance", storage: [] }],
    };
    const page = await open(config, {
      body: '<script type="text/plain" data-consent="marketing"></script>',
    });
    await expect
      .poll(() =>
        page.evaluate(
          () =>
            document.querySelector("[data-consentry]")!.shadowRoot!.querySelector("b")!.textContent,
        ),
      )
      .toBe("Performance, Marketing");
    expect((await look(page)).hosts).toBe(1);
  });
});
