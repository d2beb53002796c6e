import { expect, it } from "vitest";
import { BASIC, inline } from "../util/html.ts";
import { inEveryEngine, type Visit } from "../util/visit.ts";

// What assistive technology is told of each screen: roles, names and states in reading order, open shadow
// roots included. One file for all engines: they must be told the same. A driver that cannot draw the tree
// (plain WebDriver) is asked whether the screen stands, and nothing more.

const services = [
  {
    id: "stats",
    name: "Stats",
    category: "performance",
    purpose: { en: "Counts visits." },
    provider: { name: "Stats BV", country: "NL", policyUrl: "https://stats.test/privacy" },
    storage: [
      { name: "_st", medium: "cookie", purpose: "Tells visitors apart", lifetime: "1 year" },
    ],
  },
  { id: "youtube", name: "YouTube", category: "marketing", storage: [] },
];
const library = (more: object = {}): string => inline({ ...BASIC, services, ...more });
const body = `
  <iframe data-consent="youtube" data-src="https://www.youtube-nocookie.com/embed/abc" width="400" height="300" title="Film"></iframe>
  <p><span data-consent-toggle="stats"></span></p>
  <div data-consent-declaration></div>
  <div data-consent-receipt></div>`;

/** Moments, ids and hashes are other ones each time. */
const timeless = (tree: string): string =>
  tree
    .replace(/\b\d{1,2} \w+ \d{4}( at \d\d:\d\d(:\d\d)?)?\b/g, "<date>")
    .replace(/\b\w+ \d{1,2}, \d{4}(,? at [\d:]+\s[AP]M)?/g, "<date>")
    .replace(/\b\d{4}-\d\d-\d\d[T ][\d:.]+Z?/g, "<date>")
    .replace(/\b[0-9a-f]{64}\b/g, "<hash>")
    // One that begins with "-" comes in quotes.
    .replace(/(?<![\w-])[\w-]{22}(?![\w-])/g, "<id>")
    .replaceAll('"<id>"', "<id>");

/** The tree below an element, compared with the file of that name. */
async function looks(page: Visit, selector: string, name: string): Promise<void> {
  if (!page.page) {
    const found = (one: string): boolean =>
      [...document.querySelectorAll("*")].some(
        (element) => (element.shadowRoot ?? element).querySelector(one) ?? element.matches(one),
      );
    return expect.poll(() => page.evaluate(found, selector)).toBe(true);
  }
  const tree = timeless(await page.page.locator(selector).first().ariaSnapshot());
  await expect(`${tree}\n`).toMatchFileSnapshot(`snapshots/${name}.txt`);
}

/** Unfolds everything in the preference centre, folds in folds too, and waits for what comes late. */
const unfold = (page: Visit): Promise<void> =>
  page.evaluate(async () => {
    const root = document.querySelector("[data-consentry]")!.shadowRoot!;
    const isFull = (fold: HTMLDetailsElement): boolean => fold.open && fold.childElementCount > 1;
    for (;;) {
      const folds = [...root.querySelectorAll("details")];
      if (folds.every(isFull) && root.querySelector(".record .facts")?.textContent) return;
      for (const fold of folds) fold.open = true;
      await new Promise((done) => setTimeout(done, 20));
    }
  });

await inEveryEngine("the accessibility tree", (open) => {
  it.each(["box", "bar", "centre"])("of the banner as a %s", async (layout) => {
    const page = await open({ library: library({ layout }) });
    await expect.poll(page.view).toBe("banner");
    await looks(page, ".banner", `banner-${layout}`);
  });

  it("of the preference centre, folded, before a decision", async () => {
    const page = await open({ library: library() });
    await page.choose("open-preferences");
    await expect.poll(page.view).toBe("preferences");
    await looks(page, ".prefs", "preferences");
  });

  it("of the preference centre, unfolded, after a decision: switches, services, the record", async () => {
    const page = await open({ library: library() });
    await page.choose("open-preferences");
    await page.flip("performance");
    await page.choose("save");
    await expect.poll(page.view).toBe("none");
    await expect
      .poll(() => page.evaluate(async () => (await Consentry.current!.proof.records()).length))
      .toBe(1);
    await page.evaluate(() => Consentry.current!.show("preferences"));
    await expect.poll(page.view).toBe("preferences");
    await unfold(page);
    await looks(page, ".prefs", "preferences-unfolded");
  });

  it("of a placeholder, a toggle, a declaration and a receipt, before and after a decision", async () => {
    const page = await open({ library: library(), body });
    await page.choose("reject-all");
    await expect.poll(page.view).toBe("none");
    await looks(page, '[data-consentry-placeholder="youtube"]', "placeholder");
    await looks(page, "[data-consent-declaration]", "declaration");
    await looks(page, "[data-consent-toggle]", "toggle");
    const told = (): Promise<string> =>
      page.evaluate(() => {
        const host = document.querySelector("[data-consent-receipt]")!;
        return [host, ...host.querySelectorAll("*")]
          .map((one) => one.shadowRoot?.textContent ?? one.textContent)
          .join(" ");
      });
    await expect.poll(told).not.toMatch(/no record/i);
    await looks(page, "[data-consent-receipt]", "receipt");
  });
});
