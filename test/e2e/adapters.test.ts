import { expect, it } from "vitest";
import { SITE } from "../pages/server.ts";
import { inOneEngine, NOTHING, type Visit } from "../util/visit.ts";

const FILM = "GET www.youtube-nocookie.com/embed/acme";

/** What the app shows: the film, or the question in its place. */
const shown = (page: Visit): Promise<string> =>
  page.evaluate(() =>
    [...document.querySelectorAll("#app iframe, #ask")].map((one) => one.localName).join(),
  );
const status = (page: Visit): Promise<string> =>
  page.evaluate(() => document.querySelector("[role=status]")?.textContent ?? "");

await inOneEngine("the adapter for", (open) => {
  it.each(["react", "vue", "svelte", "preact"])(
    "%s makes the film only when it is permitted, and takes it away on withdrawal",
    async (framework) => {
      const page = await open(`${SITE}/examples/${framework}/`);
      await expect.poll(page.view).toBe("banner");
      await expect.poll(() => shown(page)).toBe("p");
      expect(await status(page)).toBe("You have not chosen yet.");
      await page.settle();
      expect(page.outside()).toEqual([]);
      expect(await page.stored()).toEqual(NOTHING);

      await page.choose("accept-all");
      await expect.poll(() => shown(page)).toBe("iframe");
      await expect.poll(page.calls).toContain(FILM);
      expect(await status(page)).toBe("Films are allowed.");

      await page.reload();
      await expect.poll(() => shown(page)).toBe("iframe");
      await page.click("[data-consent-open]");
      await expect.poll(page.view).toBe("preferences");
      await page.choose("withdraw-all");
      await expect.poll(() => shown(page)).toBe("p");
      await expect.poll(() => status(page)).toBe("Films are refused.");
      expect(page.calls().filter((call) => call == FILM)).toHaveLength(2);

      await page.click("#ask button");
      await expect.poll(() => shown(page)).toBe("iframe");
    },
  );

  it.each(["react", "vue", "svelte", "preact"])(
    "%s reopens the preference centre by keyboard, at the service that is asked about",
    async (framework) => {
      const page = await open(`${SITE}/examples/${framework}/`);
      await expect.poll(page.view).toBe("banner");
      await page.evaluate(() =>
        document.querySelector<HTMLElement>("#app p:last-child button")!.focus(),
      );
      await page.press("Enter");
      await expect.poll(page.view).toBe("preferences");
      const focused = () =>
        page.evaluate(
          () =>
            document
              .querySelector("[data-consentry]")!
              .shadowRoot!.activeElement?.getAttribute("data-consentry-id") ?? null,
        );
      await expect.poll(focused).toBe("youtube");
      await page.press("Space");
      await page.choose("save");
      await expect.poll(() => shown(page)).toBe("iframe");
      // A click gives the focus back when what it granted is under way.
      await expect
        .poll(() => page.evaluate(() => document.activeElement?.textContent))
        .toBe("Cookie settings");
    },
  );
});
