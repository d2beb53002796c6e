import { describe, expect, it } from "vitest";
import { renderBanner, renderHead } from "consentry/server";
import { openWorld } from "../util/browsers.ts";
import { BASIC, inline } from "../util/html.ts";
import { inEveryEngine, type Visit } from "../util/visit.ts";

// What Core Web Vitals say of an article with the banner over it. Chromium alone measures them.

interface Vitals {
  shifts: number;
  /** The element that was painted largest, as `name#id`; empty for one in a shadow tree. */
  largest: string[];
  /** Event Timing: milliseconds from an interaction to its next paint, in steps of 8. */
  interactions: number[];
}
interface Measured extends Window {
  vitals: Vitals;
}

const watch = (): void => {
  const vitals: Vitals = { shifts: 0, largest: [], interactions: [] };
  (window as unknown as Measured).vitals = vitals;
  const observe = (type: string, take: (entry: never) => void): void =>
    new PerformanceObserver((list) => list.getEntries().forEach((entry) => take(entry as never)))
      // `durationThreshold`: the least that there is; without it, only what took 104 ms is told.
      .observe({ type, buffered: true, durationThreshold: 16 } as PerformanceObserverInit);
  // Also those within half a second of a click, which CLS forgives.
  observe("layout-shift", ({ value }: { value: number }) => (vitals.shifts += value));
  observe("largest-contentful-paint", ({ element }: { element: Element | null }) =>
    vitals.largest.push(element ? `${element.localName}#${element.id}` : ""),
  );
  observe("event", ({ interactionId, duration }: { interactionId: number; duration: number }) => {
    if (interactionId) vitals.interactions.push(duration);
  });
};
const words = "Bread rises because yeast turns sugar into gas, and dough keeps it. ".repeat(12);
const picture =
  "data:image/svg+xml," +
  encodeURIComponent(
    '<svg xmlns="http://www.w3.org/2000/svg" width="640" height="360"><rect width="640" height="360" fill="teal"/><circle cx="320" cy="180" r="120" fill="gold"/></svg>',
  );
const article = {
  head: `<script>(${String(watch)})()</script>`,
  body: `<main style="max-width: 640px"><img id="picture" src="${picture}" width="640" height="360" style="max-width: 100%; height: auto" alt="">
    <p id="text">${words}</p>
    <iframe data-consent="youtube" data-src="https://www.youtube-nocookie.com/embed/abc" width="320" height="180" title="Film"></iframe>
    <p>${words}</p></main>`,
};
const services = [{ id: "youtube", name: "YouTube", category: "marketing", storage: [] }];
const library = (layout: string): string => inline({ ...BASIC, layout, services });

const vitals = (page: Visit): Promise<Vitals> =>
  page.evaluate(() => (window as unknown as Measured).vitals);
/** What was painted largest, once the browser has said anything of it, and two frames later. */
async function largestOf(page: Visit): Promise<string | undefined> {
  await expect.poll(async () => (await vitals(page)).largest.length).toBeGreaterThan(0);
  await paint(page);
  return (await vitals(page)).largest.at(-1);
}
/** Two frames. */
const paint = (page: Visit): Promise<void> =>
  page.evaluate(
    () =>
      new Promise((done) =>
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))),
      ),
  );

/** What a visitor does: what comes before, and what is measured. */
const INTERACTIONS: [what: string, before: string[], measured: string][] = [
  ["accept", [], "accept-all"],
  ["reject", [], "reject-all"],
  ["open preferences", [], "open-preferences"],
  ["switch", ["open-preferences"], "#marketing"],
  ["save", ["open-preferences"], "save"],
];
/** A bare button that writes a list into the page: about as much as a preference centre. */
const CONTROL = `<button id="bare" style="position: fixed; inset: 0 auto auto 0">Bare</button><ul id="list"></ul><script>
  document.getElementById("bare").addEventListener("click", () => {
    const row = () => { const item = document.createElement("li"); item.textContent = "${"A row of some words. ".repeat(5)}"; return item; };
    document.getElementById("list").append(...Array.from({ length: 500 }, row));
  });
</script>`;
const TRIES = 3;
/** Of the control's: so much more says that the click does what it should not, on whatever machine. */
const MOST = 2;

/**
 * Time of the processor, in seconds, that the page's main thread spends until what a click changed is painted. Time
 * in which other programs had the processor does not count.
 */
async function spent(page: Visit, click: () => Promise<void>): Promise<number> {
  const session = await page.page!.context().newCDPSession(page.page!);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  const now = async (): Promise<number> => {
    const { metrics } = await session.send("Performance.getMetrics");
    return metrics.find(({ name }) => name == "TaskDuration")!.value;
  };
  const before = await now();
  await click();
  await paint(page);
  return (await now()) - before;
}

const press = (page: Visit, what: string): Promise<void> =>
  what.startsWith("#") ? page.flip(what.slice(1)) : page.choose(what as "save");

const { engines } = await openWorld();
const chromium = engines.some(({ name }) => name == "chromium");

await inEveryEngine("vitals", (open, _network, { name }) => {
  if (name != "chromium") {
    it("are measured where the browser measures them: not here, or Chromium is there too", async () => {
      const page = await open({ ...article, head: "", library: library("box") });
      await expect.poll(page.view).toBe("banner");
      const types = await page.evaluate(() => PerformanceObserver.supportedEntryTypes);
      expect(chromium || !types.includes("layout-shift")).toBe(true);
    });
    return;
  }

  describe.each(["box", "bar", "centre"])("%s", (layout) => {
    it("that came with the HTML shifts nothing, not by the take-over either, and is not what was painted largest", async () => {
      const config = { ...BASIC, layout, services };
      const { html } = await renderHead(config, { banner: true });
      const head = article.head + html;
      const body = (await renderBanner(config)) + article.body;
      const page = await open(
        { head, body, library: library(layout) },
        { width: 390, height: 844 },
      );
      await expect.poll(page.view).toBe("banner");
      await expect
        .poll(() => page.evaluate(() => !!document.querySelector("[data-consentry-state]")))
        .toBe(true);
      expect(["img#picture", "p#text"]).toContain(await largestOf(page));
      expect((await vitals(page)).shifts).toBe(0);
    });

    it.each([
      ["desktop", 1280, 800],
      ["phone", 390, 844],
    ])("shifts nothing and is not what was painted largest: %s", async (_screen, width, height) => {
      const page = await open({ ...article, library: library(layout) }, { width, height });
      await expect.poll(page.view).toBe("banner");
      expect(["img#picture", "p#text"]).toContain(await largestOf(page));
      await page.choose("open-preferences");
      await expect.poll(page.view).toBe("preferences");
      await paint(page);
      await page.flip("marketing");
      await page.flip("marketing");
      await page.choose("save");
      await expect.poll(page.view).toBe("none");
      await page.choose("load-once");
      await expect.poll(page.calls).toContain("GET www.youtube-nocookie.com/embed/abc");
      await paint(page);
      expect((await vitals(page)).shifts).toBe(0);
    });
  });

  it.each(INTERACTIONS)(
    `%s: takes at most ${MOST} times what a bare button takes to write a list, best of ${TRIES}`,
    async (_what, before, measured) => {
      const ratios: number[] = [];
      while (ratios.length < TRIES && !(Math.min(...ratios) <= MOST)) {
        const page = await open({ ...article, library: library("box") });
        await expect.poll(page.view).toBe("banner");
        for (const step of before) await press(page, step);
        await paint(page);
        const ours = await spent(page, () => press(page, measured));
        await page.close();
        const bare = await open({ body: article.body + CONTROL, library: "" });
        await paint(bare);
        const control = await spent(bare, () => bare.click("#bare"));
        await bare.close();
        ratios.push(ours / control);
      }
      expect(Math.min(...ratios), ratios.join(", ")).toBeLessThanOrEqual(MOST);
    },
  );
});
