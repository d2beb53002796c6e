import { expect, it } from "vitest";
import { SITE } from "../pages/server.ts";
import { BASIC, html, inline } from "../util/html.ts";
import { inOneEngine, type Visit } from "../util/visit.ts";

const SERVICES = [
  { id: "ads", name: "Ads", category: "marketing", storage: [{ name: "_ad", medium: "cookie" }] },
  { id: "video", name: "Video", category: "marketing", storage: [] },
];
const CONFIG = { ...BASIC, services: SERVICES, reload: "never" };
const NEIGHBOUR = "https://evil.shop.test/";

/** Ways to lay something over the page that a visitor does not see for what it is. */
const LAYERS = [
  "position:fixed;inset:0;opacity:0",
  "position:fixed;inset:0;opacity:0.01",
  "position:fixed;inset:0;opacity:0.5",
  "position:absolute;top:0;left:0;width:3000px;height:3000px;opacity:0",
  "position:fixed;inset:0;filter:opacity(0)",
  "position:fixed;inset:0;filter:blur(40px)",
  "position:fixed;inset:0;filter:brightness(0)",
  "position:fixed;inset:0;filter:contrast(0)",
  "position:fixed;inset:0;mix-blend-mode:darken",
  "position:fixed;inset:0;mix-blend-mode:color",
  "position:fixed;inset:0;-webkit-mask-image:linear-gradient(#0001,#0001);mask-image:linear-gradient(#0001,#0001)",
  "position:fixed;inset:0;clip-path:inset(0 0 0 0)",
  "position:fixed;inset:0;transform:scale(9)",
  "position:fixed;inset:0;transform:rotate(180deg)",
  "position:fixed;inset:0;transform:skew(60deg)",
  "position:fixed;inset:0;scale:8",
  "position:fixed;inset:0;rotate:x 80deg",
];
/** Something that lets the pointer through lies over it. */
const VEILS = [
  "background:#fff",
  "background:linear-gradient(#fff,#fff)",
  "box-shadow:inset 0 0 0 900px #fff",
  "border:500px solid #fff",
  "backdrop-filter:blur(50px)",
  "background:#fff;color:#fff",
  "background:rgb(255 255 255/.99)",
  "outline:900px solid #fff;outline-offset:-900px",
];
const OBJECTS = [
  ...LAYERS.map((style) => ({ style, veil: "" })),
  ...VEILS.map((veil) => ({ style: "", veil })),
];
const FRAME =
  '<iframe data-consent="video" data-src="/inside" width="400" height="300" title="Video"></iframe>';
const MARKUP = {
  "a toggle":
    '<div data-consent-toggle="ads" style="width:100%;height:100%;min-height:300px"></div>',
  "a placeholder": FRAME,
  "an opener":
    '<div data-consent-open="ads" style="width:100%;height:100%;min-height:300px"></div>',
  "both at once": `<div data-consent-toggle="ads">Show more comments${FRAME}</div>`,
};
const cases = Object.entries(MARKUP).flatMap(([what, markup]) =>
  OBJECTS.map(({ style, veil }) => ({ what, markup, style, veil })),
);

const permitted = (page: Visit): Promise<boolean> =>
  page.evaluate(() => Consentry.current!.permits("ads") || Consentry.current!.permits("video"));

await inOneEngine("somebody else's click", (open, network) => {
  it("grants nothing by any of 100 overlays of a toggle, a placeholder and an opener", async () => {
    expect(cases).toHaveLength(100);
    network.route(`${SITE}/inside`, "<p>inside</p>");
    const page = await open({ library: inline(CONFIG), body: '<div id="place"></div>' });
    await page.choose("reject-all");
    await expect.poll(page.view).toBe("none");
    // Every button of ours is pressed where it stands, and the place itself as well.
    const failed = await page.evaluate(async (all) => {
      const soon = (): Promise<void> => new Promise((done) => setTimeout(done, 5));
      const place = document.querySelector("#place")!;
      const bad: string[] = [];
      for (const { what, markup, style, veil } of all) {
        place.innerHTML = `<div style="${style}">${markup}</div>`;
        if (veil) {
          place.innerHTML += `<div style="position:fixed;inset:0;z-index:9;pointer-events:none;${veil}">More</div>`;
        }
        const isReady = (): boolean =>
          (!markup.includes("toggle") || !!place.querySelector("[aria-pressed]")) &&
          (!markup.includes("iframe") || !!place.querySelector("[data-consentry-placeholder]"));
        for (let i = 0; i < 1000 && !isReady(); i++) await soon();
        const shadow = place.querySelector("[data-consentry-placeholder]")?.shadowRoot;
        const targets = [
          shadow?.querySelector('[data-consentry-action="allow-always"]'),
          place.querySelector("[data-consent-toggle],[data-consent-open]"),
        ];
        for (const target of targets) {
          target?.dispatchEvent(
            new MouseEvent("click", { bubbles: true, composed: true, detail: 1 }),
          );
        }
        await soon();
        const { permits, hide } = Consentry.current!;
        if (!isReady() || permits("ads") || permits("video")) bad.push(`${what}: ${style}${veil}`);
        hide(); // The next is looked at without our own dialog over it.
      }
      return bad;
    }, cases);
    expect(failed).toEqual([]);
    const records = await page.evaluate(() => Consentry.current!.proof.records());
    expect(records.map(({ event }) => event)).toEqual(["refused"]);

    // The same click on the same placeholder, with nothing over it.
    await page.evaluate((markup) => {
      document.querySelector("#place")!.innerHTML = markup;
    }, FRAME);
    await page.choose("allow-always");
    await expect.poll(() => permitted(page)).toBe(true);
  });

  it("opens the preference centre at the item by a real click on an invisible toggle, and grants nothing", async () => {
    const page = await open({
      library: inline(CONFIG),
      body: `<main>${MARKUP["a toggle"].replace("width", "position:fixed;inset:0;opacity:0;width")}</main>`,
    });
    await page.choose("reject-all");
    await expect.poll(page.view).toBe("none");
    await page.click("[data-consent-toggle]");
    await expect.poll(page.view).toBe("preferences");
    expect(await permitted(page)).toBe(false);
  });

  it("is recorded by a placeholder with the words that it shows, also for a returning visitor", async () => {
    network.route(`${SITE}/inside`, "<p>inside</p>");
    const page = await open({ library: inline(CONFIG), body: FRAME });
    await page.choose("reject-all");
    await expect.poll(page.view).toBe("none");
    const count = (): Promise<number> =>
      page.evaluate(async () => (await Consentry.current!.proof.records()).length);
    await expect.poll(count).toBe(1);
    await page.goto(`${SITE}/`);
    await page.choose("allow-always");
    await expect.poll(() => permitted(page)).toBe(true);
    const lines = async () =>
      (await page.evaluate(() => Consentry.current!.proof.export()))
        .split("\n")
        .filter(Boolean)
        .map((line) => JSON.parse(line) as { hash: string; text: string; type: string });
    await expect.poll(async () => (await lines()).length).toBeGreaterThan(3);
    const records = await page.evaluate(() => Consentry.current!.proof.records());
    const last = records.at(-1)!;
    expect([last.source, last.trusted, last.language]).toEqual(["placeholder", true, "en"]);
    const notice = (await lines()).find(
      ({ hash, type }) => type.endsWith("notice") && hash == last.notice,
    );
    expect(notice?.text).toContain("Video is not loaded");
    expect(notice?.text).toContain("Always allow Video");
  });

  it("is nothing below data-consent-ignore, for what is inserted later as well", async () => {
    network.route(`${SITE}/inside`, "<p>inside</p>");
    const stranger =
      Object.values(MARKUP).join("") + '<a id="link" href="#cookie-settings">More</a>';
    const page = await open({
      library: inline(CONFIG),
      body: `<div data-consent-ignore>${stranger}</div>`,
    });
    await page.choose("reject-all");
    await expect.poll(page.view).toBe("none");
    await page.evaluate((markup) => {
      const place = document.querySelector("[data-consent-ignore]")!;
      place.innerHTML += markup;
    }, stranger);
    await page.settle();
    for (const selector of ["[data-consent-toggle]", "[data-consent-open]"]) {
      await page.evaluate((one) => document.querySelector<HTMLElement>(one)!.click(), selector);
    }
    await page.settle();
    expect(await page.view()).toBe("none");
    expect(
      await page.evaluate(
        () => document.querySelectorAll("[aria-pressed],[data-consentry-placeholder]").length,
      ),
    ).toBe(0);
  });

  it("is not claimed by a script that catches our listeners, replays events or fakes an activation", async () => {
    const attack = `
      const caught = [], add = EventTarget.prototype.addEventListener;
      EventTarget.prototype.addEventListener = function (type, call, ...rest) {
        caught.push(call);
        return add.call(this, type, call, ...rest);
      };
      const { then } = Promise.prototype;
      Object.defineProperty(navigator, "userActivation", { value: { isActive: true, hasBeenActive: true } });
      Object.defineProperty(UserActivation.prototype, "isActive", { value: true });
      window.forge = () => {
        const host = document.querySelector("[data-consentry]");
        const button = host.shadowRoot.querySelector('[data-consentry-action="reject-all"]');
        const fake = { type: "click", isTrusted: true, detail: 1, target: button, currentTarget: button,
          composedPath: () => [button, host.shadowRoot, host], preventDefault() {}, stopImmediatePropagation() {} };
        const event = new MouseEvent("click", { bubbles: true, composed: true });
        try { Object.defineProperty(event, "isTrusted", { value: true }); } catch {}
        button.dispatchEvent(event);
        for (const call of caught) try { (call.handleEvent ?? call).call(button, fake); } catch {}
      }`;
    const page = await open({
      library: `${inline(CONFIG)}<script>${attack}</script>`,
      body: "<p>Text</p>",
    });
    await expect.poll(page.view).toBe("banner");
    await page.evaluate(() => (window as unknown as { forge: () => void }).forge());
    const records = () => page.evaluate(() => Consentry.current!.proof.records());
    await expect.poll(async () => (await records()).length).toBeGreaterThan(0);
    expect((await records()).map(({ trusted }) => trusted)).not.toContain(true);
    await page.evaluate(() => Consentry.current!.show("banner"));
    await page.choose("reject-all");
    await expect.poll(async () => (await records()).at(-1)!.trusted).toBe(true);
  });

  it("in a frame of a neighbour holds for that page, and its record says that it was framed", async () => {
    const tell = `<script>addEventListener("load", async () => {
      Consentry.current.acceptAll();
      await Consentry.current.when("ads");
      const [record] = await Consentry.current.proof.records();
      parent.postMessage([document.cookie, record.signals.framed, Consentry.current.permits("ads")].join(), "*");
    })</script>`;
    network.route(`${SITE}/framed`, html({ library: inline(CONFIG), body: tell }));
    const page = await open(
      html({
        library: "<script>onmessage = ({ data }) => seen.ran.push(data)</script>",
        body: `<iframe src="${SITE}/framed" width="800" height="600"></iframe>`,
      }),
      { url: NEIGHBOUR },
    );
    await expect.poll(page.ran).toEqual([",true,true"]);
    network.route(`${SITE}/`, html({ library: inline(CONFIG) }));
    await page.goto(`${SITE}/`);
    await expect.poll(page.view).toBe("banner");
    expect(await page.choice()).toBeNull();
  });
});
