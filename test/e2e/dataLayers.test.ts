import { expect, it } from "vitest";
import { SITE } from "../pages/server.ts";
import { command, fileOf } from "../util/command.ts";
import { gated, leaves } from "../util/gatedScripts.ts";
import { BASIC, PLAIN, inline } from "../util/html.ts";
import { inOneEngine, type Visit } from "../util/visit.ts";

const CONTAINER = "https://www.googletagmanager.com/gtm.js";
const SHOP = {
  ...PLAIN,
  // For the tags inside the container.
  categories: ["functional", "performance", "marketing"],
  services: {
    "google-tag-manager": { id: "GTM-ABCD1", dataLayer: "shopLayer" },
    "google-ads": { dataLayer: "adsLayer" },
  },
};

/** What a tag finds in a data layer, in order: commands with an answer, and events. */
const layer = (page: Visit, name: string): Promise<string[]> =>
  page.evaluate((name) => {
    type Entry = { event?: string; 0?: string; 1?: string; 2?: Record<string, string> };
    const entries = (Reflect.get(window, name) as Entry[] | undefined) ?? [];
    return entries.map((entry) =>
      entry[0] ? `${entry[0]} ${entry[1]} ${entry[2]?.["analytics_storage"]}` : entry.event!,
    );
  }, name);

await inOneEngine("a data layer of another name", (open, network) => {
  it("hears of the default and of each choice before its container starts, as every layer of the page", async () => {
    network.route(CONTAINER, { body: "", headers: { "content-type": "text/javascript" } });
    const page = await open({ library: inline(SHOP) });
    await expect.poll(page.view).toBe("banner");
    await page.evaluate(() =>
      Consentry.current!.save({ functional: true, performance: false, marketing: true }),
    );
    const expected = ["consent default denied", "consent update denied"];
    await expect.poll(() => layer(page, "shopLayer")).toEqual([...expected, "gtm.js"]);
    // The page's own tags read the usual one.
    expect(await layer(page, "dataLayer")).toEqual(expected);
    expect(await layer(page, "adsLayer")).toEqual(expected);
    await page.reload();
    await expect.poll(() => layer(page, "shopLayer")).toEqual([...expected, "gtm.js"]);
    expect(
      page
        .outside()
        .filter(({ path }) => path == "/gtm.js")
        .map(({ query }) => query),
    ).toContain("?id=GTM-ABCD1&l=shopLayer");
    expect(await page.errors()).toEqual([]);
  });
});

await inOneEngine("signals from a script tag", (open, network) => {
  it("take their options from a map, and what is no signal is reported", async () => {
    const signals = {
      "google-consent-mode": { dataLayer: "ours", types: { analytics_storage: "marketing" } },
      "data-layer-event": { event: "choice" },
      "microsoft-uet": true,
    };
    const page = await open({ library: inline({ ...BASIC, signals }) });
    await expect.poll(page.view).toBe("banner");
    await page.evaluate(() => Consentry.current!.save({ performance: false, marketing: true }));
    await expect
      .poll(() => layer(page, "ours"))
      .toEqual(["consent default denied", "consent update granted"]);
    expect(await layer(page, "dataLayer")).toEqual(["choice"]);
    const told = (): Promise<string[]> =>
      page.evaluate(() => {
        const all: string[] = [];
        Consentry.current!.on("problem", ({ code, at }) => all.push(`${code} ${at}`))();
        return all;
      });
    await expect.poll(told).toEqual(["wrong-type signals.microsoft-uet"]);

    const listed = [{ id: "google-consent-mode", dataLayer: "ours" }];
    const other = await open({ library: inline({ ...BASIC, signals: listed }) });
    await expect
      .poll(() =>
        other.evaluate(() => {
          const all: string[] = [];
          Consentry.current!.on("problem", ({ code, at }) => all.push(`${code} ${at}`))();
          return all;
        }),
      )
      .toEqual(["wrong-type signals[0]"]);
  });

  it("reach every data layer from the inline head too, before the next script", async () => {
    const { out: head } = await command(["inline", "--config", fileOf(SHOP)]);
    network.route(`${SITE}/consent.json`, {
      body: JSON.stringify(SHOP),
      headers: { "content-type": "application/json" },
    });
    network.route(CONTAINER, { body: "", headers: { "content-type": "text/javascript" } });
    const NEXT = "<script>seen.ran.push(...shopLayer.map((entry) => entry[1]))</script>";
    const page = await open({
      head: head + NEXT,
      library: '<script defer src="/dist/consentry.js" data-config="/consent.json"></script>',
    });
    expect(await page.ran()).toEqual(["default"]);
    await page.choose("accept-all");
    await expect
      .poll(() => layer(page, "shopLayer"))
      .toEqual(["consent default denied", "consent update granted", "gtm.js"]);
    expect((await layer(page, "adsLayer")).slice(0, 2)).toEqual([
      "consent default denied",
      "consent update granted",
    ]);
  });
});

await inOneEngine("a vendor's function that the page's own code calls", (open) => {
  const BUTTON = `<button id="buy" onclick="fbq('track', 'Buy'); ttq.page(); mixpanel.people.set({}); amplitude.getInstance().logEvent('buy'); new YT.Player('film').on('end').play(); uetq.push(...uetq); seen.ran.push('order')">Buy</button>`;
  /** As the vendors' snippets do: not where the name is taken. */
  const SNIPPET = gated(
    "marketing",
    "",
    `if (!window.fbq) { window.fbq = () => seen.ran.push("fbq"); window.ttq = { page() {} }; window.mixpanel = { people: { set() {} } };
      window.amplitude = { getInstance: () => ({ logEvent() {} }) }; window.uetq = [];
      window.YT = { Player: class { on() { return this; } play() {} } }; } ${leaves("snippet")}`,
  );
  const services = [
    {
      id: "pixel",
      name: "Pixel",
      category: "marketing",
      storage: [],
      stubs: ["fbq", "ttq", "mixpanel", "amplitude", "YT", "uetq", "taken"],
    },
  ];

  it("does nothing before consent and after a refusal, and is the vendor's from the grant on", async () => {
    const page = await open({
      head: "<script>window.taken = 1</script>",
      library: inline({ ...PLAIN, services, reload: "never" }),
      body: SNIPPET + BUTTON,
    });
    await expect.poll(page.view).toBe("banner");
    await page.click("#buy");
    await page.choose("reject-all");
    await expect.poll(() => page.evaluate(() => Consentry.current!.state.status)).toBe("decided");
    await page.click("#buy");
    expect(await page.ran()).toEqual(["order", "order"]);
    await page.reload();
    // The stub comes with the library, a moment after the page.
    await expect.poll(() => page.evaluate(() => "fbq" in window)).toBe(true);
    await page.click("#buy");
    expect(await page.ran()).toEqual(["order"]);
    await page.evaluate(() => Consentry.current!.acceptAll());
    await expect.poll(page.ran).toEqual(["order", "snippet"]);
    await page.click("#buy");
    expect(await page.ran()).toEqual(["order", "snippet", "fbq", "order"]);
    expect(await page.evaluate(() => Reflect.get(window, "taken"))).toBe(1);
    expect(await page.errors()).toEqual([]);
  });

  it("is away once the page is left to itself", async () => {
    const page = await open({ library: inline({ ...PLAIN, services }) });
    await expect.poll(() => page.evaluate(() => "fbq" in window)).toBe(true);
    await page.evaluate(() => Consentry.current!.destroy());
    expect(
      await page.evaluate(() => ["fbq", "ttq", "mixpanel"].filter((name) => name in window)),
    ).toEqual([]);
  });
});
