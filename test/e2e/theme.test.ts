import { describe, expect, it } from "vitest";
import { SITE } from "../pages/server.ts";
import { BASIC, html, inline, type PageParts } from "../util/html.ts";
import { inOneEngine, type Visit, type VisitOptions } from "../util/visit.ts";

const UNFAIR = "<style>[data-consentry]::part(choices) { grid-template-columns: 1fr 3fr }</style>";
const PALE = "<style>:root { --consentry-accent: #f4f4f4; --consentry-on-accent: #ccc }</style>";

/** A timer of the page that was set after the check's own, and for longer. */
const STILL = 700;
const wait = (page: Visit): Promise<void> =>
  page.evaluate((still) => new Promise<void>((done) => setTimeout(done, still)), STILL);
/** What the owner was told of the theme. */
const told = (page: Visit): Promise<string[]> =>
  page.evaluate(
    () =>
      new Promise<string[]>((done) => {
        const all: string[] = [];
        Consentry.current!.on("problem", ({ code, at }) => {
          if (code == "unfair-theme") all.push(at);
        });
        setTimeout(() => done(all));
      }),
  );
const fetched = (page: Visit): Promise<boolean> =>
  page.evaluate(() =>
    performance.getEntriesByType("resource").some(({ name }) => name.includes("theme-check")),
  );

/** What the element with the colours says of itself. */
const looksOf = (page: Visit): Promise<string[]> =>
  page.evaluate(() => {
    const inner = document.querySelector("[data-consentry]")!.shadowRoot!.querySelector(".c")!;
    return [inner.className, inner.getAttribute("style") ?? "", getComputedStyle(inner).color];
  });

await inOneEngine("a theme", (open, network) => {
  /** Opens a page as its owner does who asks for the check. */
  const check = (parts: PageParts, options?: VisitOptions): Promise<Visit> => {
    network.route(`${SITE}/`, html(parts));
    return open(`${SITE}/#consentry-check`, options);
  };

  describe("where its owner asks for a check", () => {
    it.each([
      ["parts", UNFAIR, /^width/],
      ["colours", PALE, /^contrast 1\.\d/],
    ])("that is unfair by %s is told, with what differs", async (_means, head, at) => {
      const page = await check({ head });
      await expect.poll(page.view).toBe("banner");
      await expect.poll(async () => (await told(page)).join()).toMatch(at);
      expect(await told(page)).toHaveLength(1);
    });

    it.each([
      [
        "a text for light devices alone",
        "<style>:root { --consentry-muted: #666 }</style>",
        "light",
        /^dark: text contrast 2\.\d “/,
      ],
      [
        "the same, on a dark one",
        "<style>:root { --consentry-muted: #666 }</style>",
        "dark",
        /^text contrast 2\.\d “/,
      ],
      [
        "a rule for dark devices",
        "<style>@media (prefers-color-scheme: dark) { :root { --consentry-on-accent: #bbb } }</style>",
        "light",
        /^dark: contrast 1\.\d/,
      ],
      [
        "two colours in one value",
        "<style>:root { color-scheme: light dark; --consentry-text: light-dark(#111, #333); --consentry-surface: light-dark(#fff, #222) }</style>",
        "light",
        /^dark: text contrast 1\.\d “/,
      ],
    ] as const)("is looked at in both schemes: %s", async (_what, head, colorScheme, at) => {
      const page = await check({ head }, { colorScheme });
      await expect.poll(page.view).toBe("banner");
      const before = await looksOf(page);
      await expect.poll(async () => (await told(page)).join()).toMatch(at);
      expect(await told(page)).toHaveLength(1);
      // Nothing of the look stays.
      expect(await looksOf(page)).toEqual(before);
    });

    it("is looked at in the preference centre as well", async () => {
      const page = await check({
        head: "<style>[data-consentry]::part(save) { color: #9bb }</style>",
      });
      await expect.poll(page.view).toBe("banner");
      await page.evaluate(() => Consentry.current!.show("preferences"));
      await expect.poll(async () => (await told(page)).join()).toContain("text contrast");
    });

    it.each([
      ["box", "light"],
      ["bar", "dark"],
    ] as const)("is not told of where it is ours: %s, %s", async (layout, colorScheme) => {
      const library = inline({ ...BASIC, layout });
      const page = await check({ library }, { colorScheme });
      await expect.poll(page.view).toBe("banner");
      await expect.poll(() => fetched(page)).toBe(true);
      await page.settle();
      await wait(page);
      expect(await told(page)).toEqual([]);
    });
  });

  it.each(["oklch(20% 0.02 250)", "color(display-p3 0.1 0.1 0.12)"])(
    "that is dark on a light device has light texts, in whichever colour space: %s",
    async (surface) => {
      const head = `<style>:root { --consentry-surface: ${surface} }</style>`;
      const page = await open({ head }, { colorScheme: "light" });
      await expect.poll(page.view).toBe("banner");
      expect(await looksOf(page)).toEqual(["c dark", "", "rgb(238, 240, 242)"]);
    },
  );

  it("is not looked at in a visitor's browser, not even when it is unfair", async () => {
    const page = await open({ head: UNFAIR });
    await expect.poll(page.view).toBe("banner");
    await page.settle();
    await wait(page);
    expect(await fetched(page)).toBe(false);
    expect(await told(page)).toEqual([]);
  });
});
