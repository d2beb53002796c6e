import { expect, it } from "vitest";
import { BASIC, inline } from "../util/html.ts";
import { inOneEngine, type Visit } from "../util/visit.ts";

// What a first visit by the tag does until the browser paints the banner, and what it leaves for later.

interface Watched extends Window {
  /** How often the browser was asked for a style, which it has to work out at once. */
  styles: number;
  /** What holds when the first frame with the banner is made. */
  first?: { isVisible: boolean; styles: number; pageSheets: number; rules: number };
}

const watch = (): void => {
  const page = window as unknown as Watched;
  page.styles = 0;
  let rules = 0;
  const PluralRules = new Proxy(Intl.PluralRules, {
    construct(target, given: [string]) {
      rules++;
      return new target(...given);
    },
  });
  Object.assign(Intl, { PluralRules });
  const { getComputedStyle } = window;
  window.getComputedStyle = (...asked) => {
    page.styles++;
    return getComputedStyle.call(window, ...asked);
  };
  const look = (): void => {
    const root = document.querySelector("[data-consentry]")?.shadowRoot;
    const accept = root?.querySelector("[data-consentry-action=accept-all]");
    if (!accept) return void requestAnimationFrame(look);
    page.first = {
      isVisible: accept.checkVisibility({ opacityProperty: true, visibilityProperty: true }),
      styles: page.styles,
      pageSheets: document.adoptedStyleSheets.length,
      rules,
    };
  };
  requestAnimationFrame(look);
};
const service = { id: "stats", name: "Stats", category: "performance" };
const page = {
  head: `<script>(${String(watch)})()</script>`,
  library: inline({ ...BASIC, services: [service] }),
};
const first = (visit: Visit): Promise<Watched["first"]> =>
  visit.evaluate(() => (window as unknown as Watched).first);

await inOneEngine("the banner by the tag", (open) => {
  it("can be seen in its first frame, which waits for the colours alone", async () => {
    const visit = await open(page, { moves: true });
    await expect.poll(() => first(visit)).toBeTruthy();
    expect(await first(visit)).toEqual({
      isVisible: true,
      // The banner's own, and the page's colour scheme.
      styles: 2,
      // Room for what the page focuses is made when the banner stands.
      pageSheets: 0,
      // English counts its services without a table of rules.
      rules: 0,
    });
    await expect.poll(() => visit.evaluate(() => document.adoptedStyleSheets.length)).toBe(1);
  });
});
