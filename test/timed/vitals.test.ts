import { describe, expect, it } from "vitest";
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
/** Two frames and what the browser tells after them. */
const paint = (page: Visit): Promise<void> =>
  page.evaluate(
    () =>
      new Promise((done) =>
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 200))),
      ),
  );

/**
 * What a visitor does: what comes before, what is measured, and the most milliseconds it may take.
 * Opening the preference centre paints before it draws the whole of it, and keeps 100 ms on a machine that does
 * nothing else; beside the other tests it may take longer.
 */
const INTERACTIONS: [what: string, before: string[], measured: string, most: number][] = [
  ["accept", [], "accept-all", 100],
  ["reject", [], "reject-all", 100],
  ["open preferences", [], "open-preferences", 300],
  ["switch", ["open-preferences"], "#marketing", 100],
  ["save", ["open-preferences"], "save", 100],
];
const TRIES = 3;

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
    it.each([
      ["desktop", 1280, 800],
      ["phone", 390, 844],
    ])("shifts nothing and is not what was painted largest: %s", async (_screen, width, height) => {
      const page = await open({ ...article, library: library(layout) }, { width, height });
      await expect.poll(page.view).toBe("banner");
      await paint(page);
      const { largest } = await vitals(page);
      expect(["img#picture", "p#text"]).toContain(largest.at(-1));
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

  for (const [what, before, measured, most] of INTERACTIONS) {
    it(`${what}: paints within ${most} ms on a processor four times slower, best of ${TRIES}`, async () => {
      const times: number[] = [];
      while (times.length < TRIES && !(Math.min(...times) <= most)) {
        const page = await open({ ...article, library: library("box") });
        await expect.poll(page.view).toBe("banner");
        const session = await page.page!.context().newCDPSession(page.page!);
        for (const step of before) await press(page, step);
        await paint(page);
        await page.evaluate(() => {
          (window as unknown as Measured).vitals.interactions.length = 0;
        });
        await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
        await press(page, measured);
        await paint(page);
        // Nothing told: each event of it took less than 16 ms.
        times.push(Math.max(0, ...(await vitals(page)).interactions));
        await session.send("Emulation.setCPUThrottlingRate", { rate: 1 });
        await page.close();
      }
      expect(Math.min(...times), `${times.join(", ")} ms`).toBeLessThanOrEqual(most);
    }, 60_000);
  }
});
