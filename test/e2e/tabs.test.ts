import { expect, it } from "vitest";
import { codes } from "../util/codes.ts";
import { CDN, gated, leaves } from "../util/gatedScripts.ts";
import { BASIC, html, inline } from "../util/html.ts";
import { viaPlaywright } from "../util/viaPlaywright.ts";
import { inEveryEngine, NOTHING, visitOf, type Visit } from "../util/visit.ts";

/** A tab, without the test kit. */
type Look = Omit<Visit, "watch">;

const GATED = gated("performance", "", leaves("ran"));
const library = inline({ ...BASIC, reload: "never" });
/** A browser without a way to tell other tabs: the stored choice alone must do. */
const DEAF = "<script>window.BroadcastChannel = undefined</script>";
const count = (page: Look): Promise<number> =>
  page.evaluate(async () => (await Consentry.current!.proof.records()).length);
const permitted = (page: Look): Promise<boolean> =>
  page.evaluate(() => Consentry.current!.permits("performance"));

await inEveryEngine("several tabs", (open, network) => {
  const beside = async (page: Look): Promise<Look> => {
    const other = visitOf(await page.second(), network);
    await other.goto("https://www.shop.test/");
    return other;
  };

  it("a stale banner never overwrites a newer choice: the click decides nothing and the tab follows", async () => {
    const page = await open({ head: DEAF, library, body: GATED });
    const other = await beside(page);
    await expect.poll(other.view).toBe("banner");
    await page.choose("accept-all");
    await expect.poll(page.ran).toEqual(["ran"]);
    const kept = String(await page.choice());
    expect(await other.view()).toBe("banner"); // It has not heard of it.
    await other.choose("reject-all");
    await expect.poll(() => codes(other)).toContain("stale-choice");
    await expect.poll(other.ran).toEqual(["ran"]);
    await expect.poll(other.view).toBe("none");
    expect(String(await other.choice())).toBe(kept);
    expect(await count(other)).toBe(1);
    // What the visitor now sees is up to date, and counts.
    await other.evaluate(() => Consentry.current!.rejectAll());
    await expect.poll(async () => (await other.choice())?.get("yes")).toBe("");
    await page.evaluate(() =>
      document.dispatchEvent(new Event("visibilitychange", { bubbles: true })),
    );
    await expect.poll(() => permitted(page)).toBe(false);
  });

  const AT_ONCE: readonly [
    name: string,
    one: Record<string, boolean>,
    two: Record<string, boolean>,
  ][] = [
    ["all and nothing", { performance: true, marketing: true }, {}],
    ["nothing and all", {}, { performance: true, marketing: true }],
    ["one and another", { performance: true }, { marketing: true }],
    ["the same", { performance: true }, { performance: true }],
  ];
  it.each(AT_ONCE)(
    "tabs that decide at once keep one choice, one chain, and one record for each decision: %s",
    async (_, one, two) => {
      const page = await open({ library, body: GATED });
      const other = await beside(page);
      await expect.poll(other.view).toBe("banner");
      const save = (tab: Look, choices: Record<string, boolean>): Promise<void> =>
        tab.evaluate((given) => Consentry.current!.save(given), choices);
      await Promise.all([save(page, one), save(other, two)]);
      await expect.poll(() => count(page)).toBe(2);
      for (const tab of [page, other]) {
        expect(await tab.evaluate(() => Consentry.current!.proof.verify())).toMatchObject({
          ok: true,
          length: 2,
        });
      }
      // Both believe the same, which is what is stored.
      const believed = (tab: Look): Promise<string> =>
        tab.evaluate(() => {
          const { subjectId, categories } = Consentry.current!.state;
          return [subjectId, categories["performance"], categories["marketing"]].join();
        });
      const stored = async (): Promise<string> => {
        const choice = (await page.choice())!;
        const yes = choice.get("yes")!;
        return [choice.get("id"), yes.includes("performance"), yes.includes("marketing")].join();
      };
      const beliefs = (): Promise<string[]> =>
        Promise.all([stored(), believed(page), believed(other)]);
      await expect.poll(async () => new Set(await beliefs()).size).toBe(1);
    },
  );

  it("a duplicated tab, with a copy of the session storage, is a tab like any other", async () => {
    const page = await open({ library, body: GATED });
    await page.choose("reject-all");
    await expect.poll(page.view).toBe("none");
    await page.evaluate(() => {
      sessionStorage.setItem("own", "1");
      const button = document.body.appendChild(document.createElement("button"));
      button.id = "copy";
      button.onclick = () => Object.assign(globalThis, { copy: window.open("/") });
    });
    await page.click("#copy"); // WebKit opens nothing that was not asked for by hand.
    const inCopy = (): Promise<unknown[]> =>
      page.evaluate(async () => {
        const { copy } = globalThis as unknown as { copy: typeof globalThis & Window };
        const consent = copy.Consentry?.current;
        if (!consent) return [];
        const records = await consent.proof.records();
        const shown = copy.document.querySelector("[data-consentry-view=banner]");
        return [copy.sessionStorage.getItem("own"), records.length, shown, copy.seen.ran.length];
      });
    await expect.poll(inCopy).toEqual(["1", 1, null, 0]);
    await page.evaluate(() => {
      const { copy } = globalThis as unknown as { copy: typeof globalThis & Window };
      void copy.Consentry.current!.acceptAll();
    });
    await expect.poll(page.ran).toEqual(["ran"]);
    await expect.poll(() => count(page)).toBe(2);
    await expect.poll(inCopy).toEqual(["1", 2, null, 1]);
    await page.evaluate(() => (globalThis as unknown as { copy: Window }).copy.close());
  });
});

await inEveryEngine("a page that is prepared before it is opened", (open, network) => {
  /** A browser that prerenders, until `activate()`; Chromium's own is not offered to a driven tab. */
  const PRERENDER = `<script>{
    let prerendering = true;
    Object.defineProperty(Document.prototype, "prerendering", { configurable: true, get: () => prerendering });
    window.activate = () => {
      prerendering = false;
      document.dispatchEvent(new Event("prerenderingchange"));
    };
  }</script>`;
  const activate = (page: Look): Promise<void> =>
    page.evaluate(() => (globalThis as unknown as { activate(): void }).activate());
  const body = `${GATED}<iframe data-consent="marketing" data-src="${CDN}/frame"></iframe>`;

  it("shows, seals and stores nothing before it is opened, then asks", async () => {
    const page = await open({ head: PRERENDER, library, body });
    await page.settle();
    expect(await page.view()).toBeNull();
    expect(await page.ran()).toEqual([]);
    expect(page.outside()).toEqual([]);
    expect(await page.stored()).toEqual(NOTHING);
    await activate(page);
    await page.choose("accept-all");
    await expect.poll(page.ran).toEqual(["ran"]);
    expect(await count(page)).toBe(1);
  });

  it("decides what the page asks for once it is opened, and not before", async () => {
    const page = await open({ head: PRERENDER, library, body });
    await page.evaluate(() => void Consentry.current!.acceptAll());
    await page.settle();
    expect(await page.ran()).toEqual([]);
    expect(await page.stored()).toEqual(NOTHING);
    await activate(page);
    await expect.poll(page.ran).toEqual(["ran"]);
    expect(await count(page)).toBe(1);
  });

  it("releases nothing before it is opened, although it was permitted earlier", async () => {
    const page = await open({ library, body });
    await page.choose("accept-all");
    await expect.poll(page.calls).toContain("GET cdn.vendor.test/frame");
    await page.settle();
    network.log.clear();
    network.route("https://www.shop.test/next", html({ head: PRERENDER, library, body }));
    await page.goto("https://www.shop.test/next");
    await page.settle();
    expect(await page.ran()).toEqual([]);
    expect(page.outside()).toEqual([]);
    await activate(page);
    await expect.poll(page.ran).toEqual(["ran"]);
    await expect.poll(page.calls).toContain("GET cdn.vendor.test/frame");
    expect(await page.view()).not.toBe("banner");
  });
});

await inEveryEngine("the back/forward cache", (_, network, engine) => {
  it("takes the page although a choice was made on it, and what comes back follows what was decided meanwhile", async () => {
    // Playwright switches Chromium's off; its own way back waits for a load that does not come.
    const cached =
      engine.name == "chromium"
        ? (await viaPlaywright("chromium", network.proxy, ["--disable-back-forward-cache"]))!
        : engine;
    const page = visitOf(await cached.open({ whole: true }), network);
    // Without `no-store`, which keeps pages out of the cache in Firefox.
    const route = (path: string, body: string): void =>
      network.route(`https://www.shop.test${path}`, {
        body,
        headers: { "content-type": "text/html", "cache-control": "max-age=0" },
      });
    const persisted = `<script>addEventListener("pageshow", ({ persisted }) => {
      if (persisted) seen.ran.push("came back");
    })</script>`;
    route("/", html({ head: persisted, library, body: GATED }));
    route("/next", html({ library }));
    await page.goto("https://www.shop.test/");
    await page.choose("accept-all");
    await expect.poll(page.ran).toEqual(["ran"]);
    await expect.poll(() => count(page)).toBe(1);
    await page.goto("https://www.shop.test/next");
    await page.evaluate(() => Consentry.current!.rejectAll());
    await expect.poll(async () => (await page.choice())?.get("yes")).toBe("");
    await expect.poll(() => count(page)).toBe(2);
    await page.evaluate(() => setTimeout(() => history.back()));
    await expect.poll(() => page.ran().catch(() => [])).toEqual(["ran", "came back"]);
    await expect.poll(() => permitted(page)).toBe(false);
    expect(await page.view()).not.toBe("banner");
    // It can decide as before, and seals the third record of the same chain.
    await page.evaluate(() => Consentry.current!.acceptAll());
    await expect.poll(() => count(page)).toBe(3);
    expect(await page.evaluate(() => Consentry.current!.proof.verify())).toMatchObject({
      ok: true,
    });
    await (cached == engine ? page.close() : cached.close());
  });
});
