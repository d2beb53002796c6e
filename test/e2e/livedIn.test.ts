import { expect, it } from "vitest";
import { gated } from "../util/gatedScripts.ts";
import { BASIC, inline } from "../util/html.ts";
import { inEveryEngine, inOneEngine, type Visit } from "../util/visit.ts";

// The interface on pages that have a life of their own: scrolled, with fields, modals, notches, long words and
// a language that changes.

/** 1280 × 1024 at 400 % (WCAG 1.4.10). */
const ZOOMED = { width: 320, height: 256 };
/** Where an element of ours stands, by selector. */
const boxOf = (page: Visit, selector: string): Promise<Record<"left" | "top" | "bottom", number>> =>
  page.evaluate((one) => {
    const found = document.querySelector("[data-consentry]")!.shadowRoot!.querySelector(one)!;
    const { left, top, bottom } = found.getBoundingClientRect();
    return { left, top, bottom };
  }, selector);

const LONG = '<input id="field"><p style="height: 3000px">Long.</p><button id="end">End</button>';
/** What a visitor notices of a choice: how far the page is scrolled, and what has the focus. */
const place = (page: Visit): Promise<[number, string]> =>
  page.evaluate(() => [Math.round(scrollY), document.activeElement!.id]);

await inEveryEngine("a choice on a long page", (open) => {
  it.each(["accept-all", "reject-all"] as const)(
    "by pointer (%s) scrolls nothing and focuses no field",
    async (action) => {
      const page = await open({ library: inline(), body: LONG });
      await page.click("#field");
      await page.evaluate(() => scrollTo(0, 2000));
      await page.choose(action);
      await expect.poll(page.view).toBe("none");
      expect(await place(page)).toEqual([2000, ""]);
      // The same where a button of the page shows it again, and is out of sight by then.
      await page.evaluate(() => {
        document.querySelector<HTMLElement>("#field")!.focus({ preventScroll: true });
        Consentry.current!.show("banner");
        scrollTo(0, 1000);
      });
      await expect.poll(page.view).toBe("banner");
      await page.choose(action);
      await expect.poll(page.view).toBe("none");
      expect(await place(page)).toEqual([1000, ""]);
    },
  );

  it("by keyboard gives the focus back to where the visitor was, without a scroll", async () => {
    const page = await open({ library: inline(), body: LONG });
    await page.click("#end");
    const before = await place(page);
    expect(before).toEqual([expect.any(Number), "end"]);
    await page.evaluate(() =>
      document
        .querySelector("[data-consentry]")!
        .shadowRoot!.querySelector<HTMLElement>("[data-consentry-action='reject-all']")!
        .focus(),
    );
    await page.press("Enter");
    await expect.poll(page.view).toBe("none");
    expect(await place(page)).toEqual(before);
  });
});

await inEveryEngine("after a withdrawal", (open) => {
  it.each(["auto", "never"])("(reload %s) the visitor sees that it worked", async (reload) => {
    const page = await open({
      library: inline({ ...BASIC, reload }),
      body: gated("performance", "", 'seen.ran.push("ran")'),
    });
    await page.choose("accept-all");
    await expect.poll(page.ran).toEqual(["ran"]);
    await page.evaluate(() => Consentry.current!.show("preferences"));
    await page.choose("withdraw-all");
    const told = (): Promise<string[]> =>
      page.evaluate(() => {
        const root = document.querySelector("[data-consentry]")!.shadowRoot!;
        return [...root.querySelectorAll("[role=status]")]
          .filter((one) => one.checkVisibility() && one.getBoundingClientRect().height > 10)
          .map((one) => one.textContent!);
      });
    // The page before the reload says it as well, so the new one is looked at.
    if (reload == "auto") await expect.poll(() => page.ran().catch(() => null)).toEqual([]);
    await expect.poll(() => told().catch(() => null)).toEqual(["Your choice is saved."]);
    expect(await page.view()).toBe("none");
  });
});

await inOneEngine("the layout centre", (open) => {
  it("is a box on the page of the policy that it links to, whatever that is called", async () => {
    const library = inline({ ...BASIC, policyUrl: "/privacy/", layout: "centre" });
    const isModal = (page: Visit): Promise<boolean> =>
      page.evaluate(
        () =>
          !!document
            .querySelector("[data-consentry]")!
            .shadowRoot!.querySelector(".banner")!
            .closest("dialog:modal"),
      );
    for (const [path, modal] of [
      ["/", true],
      ["/privacy", false],
      ["/privacy/", false],
      ["/privacy/index.html", false],
      ["/privacy.html", false],
      ["/privacy/cookies", true],
    ] as const) {
      const page = await open({ library }, { url: `https://www.shop.test${path}` });
      await expect.poll(page.view).toBe("banner");
      expect([path, await isModal(page)]).toEqual([path, modal]);
      await page.close();
    }
  });
});

await inOneEngine("on a small screen", (open, _network, { name }) => {
  it.each(["box", "bar", "centre"])("a %s keeps its buttons in sight", async (layout) => {
    const page = await open({ library: inline({ ...BASIC, layout }) }, ZOOMED);
    await expect.poll(page.view).toBe("banner");
    for (const action of ["reject-all", "accept-all", "open-preferences"]) {
      const { top, bottom } = await boxOf(page, `[data-consentry-action="${action}"]`);
      expect(top).toBeGreaterThanOrEqual(0);
      expect(bottom).toBeLessThanOrEqual(ZOOMED.height);
    }
  });

  it.each(["box", "bar", "centre"])("a %s breaks long words", async (layout) => {
    const name = "Donaudampfschifffahrtsgesellschaftskapitänsmützenverleih GmbH";
    const library = inline({ ...BASIC, controller: { name }, layout });
    const page = await open({ library }, { width: 320, height: 640 });
    await expect.poll(page.view).toBe("banner");
    const cut = (): Promise<string[]> =>
      page.evaluate(() =>
        [...document.querySelector("[data-consentry]")!.shadowRoot!.querySelectorAll("*")]
          .filter((one) => one.clientWidth && one.scrollWidth > one.clientWidth)
          .map((one) => `${one.className}: ${one.scrollWidth} in ${one.clientWidth}`),
      );
    expect(await cut()).toEqual([]);
    await page.choose("open-preferences");
    await expect.poll(page.view).toBe("preferences");
    expect(await cut()).toEqual([]);
  });

  // No other driver can give a window insets.
  if (name != "chromium") return;
  it("keeps clear of a notch on each side", async () => {
    const sides = { top: 47, left: 47, right: 47, bottom: 34 };
    for (const layout of ["box", "bar", "centre"]) {
      const page = await open(
        {
          head: '<meta name="viewport" content="width=device-width, viewport-fit=cover">',
          library: inline({ ...BASIC, layout }),
        },
        { width: 700, height: 390 },
      );
      const cdp = await page.page!.context().newCDPSession(page.page!);
      await cdp.send("Emulation.setSafeAreaInsetsOverride" as never, { insets: sides } as never);
      await expect.poll(page.view).toBe("banner");
      const first = await boxOf(page, "h2");
      expect(first.left).toBeGreaterThanOrEqual(sides.left);
      expect((await boxOf(page, "[data-consentry-action='open-preferences']")).bottom).toBeLessThan(
        390 - sides.bottom,
      );
      await page.choose("open-preferences");
      await expect.poll(page.view).toBe("preferences");
      const head = await boxOf(page, ".prefs h2");
      expect(head.left).toBeGreaterThanOrEqual(sides.left);
      expect(head.top).toBeGreaterThanOrEqual(sides.top);
      await page.close();
    }
  });
});

await inOneEngine("a page that changes its language", (open) => {
  const heading = (page: Visit): Promise<string> =>
    page.evaluate(
      () =>
        document.querySelector("[data-consentry]")!.shadowRoot!.querySelector("h2")!.textContent!,
    );
  const say = (page: Visit, lang: string): Promise<void> =>
    page.evaluate((code) => void (document.documentElement.lang = code), lang);

  it("has it changed on the banner, in what opens next, and in the record", async () => {
    const page = await open({ lang: "de", library: inline() });
    await expect.poll(page.view).toBe("banner");
    expect(await heading(page)).toBe("Ihre Privatsphäre, Ihre Wahl");
    await say(page, "fr");
    await expect.poll(() => heading(page).catch(() => "")).toBe("Votre vie privée, votre choix");
    // A router exchanges the whole document's element; what that says counts, at once and afterwards.
    const exchange = (lang: string): Promise<void> =>
      page.evaluate((code) => {
        const fresh = document.documentElement.cloneNode(true) as HTMLElement;
        fresh.lang = code;
        document.replaceChild(fresh, document.documentElement);
      }, lang);
    await exchange("nl");
    await expect.poll(() => heading(page).catch(() => "")).toBe("Uw privacy, uw keuze");
    await exchange("nl");
    await say(page, "fr");
    await expect.poll(() => heading(page).catch(() => "")).toBe("Votre vie privée, votre choix");
    await page.choose("open-preferences");
    await expect.poll(page.view).toBe("preferences");
    expect(await heading(page)).toBe("Paramètres des cookies");
    await page.choose("save");
    const language = (): Promise<string | undefined> =>
      page.evaluate(async () => (await Consentry.current!.proof.records()).at(-1)?.language);
    await expect.poll(language).toBe("fr");
    await say(page, "nl");
    await page.evaluate(() => Consentry.current!.show("preferences"));
    await expect.poll(() => heading(page)).toBe("Cookie-instellingen");
  });

  it("has it changed on what is filled in, for a visitor who has decided too", async () => {
    const services = [{ id: "film", name: "Film", category: "marketing", storage: [] }];
    const page = await open({
      lang: "de",
      library: inline({ ...BASIC, services }),
      body: `<iframe data-consent="film" data-src="https://cdn.vendor.test/film" width="400" height="300"></iframe>
        <a id="toggle" data-consent-toggle="film"></a><div id="table" data-consent-declaration></div>`,
    });
    await page.choose("reject-all");
    const said = (): Promise<(string | null | undefined)[]> =>
      page.evaluate(() => [
        document.querySelector("[data-consentry-placeholder]")?.shadowRoot!.querySelector("button")!
          .textContent,
        document.querySelector("#toggle")!.textContent,
        document.querySelector("#table caption")?.textContent?.split(" ")[0],
      ]);
    await expect.poll(said).toEqual(["Einmal laden", "Film (Nicht erlaubt)", "Marketing"]);
    await say(page, "nl");
    await expect.poll(said).toEqual(["Eén keer laden", "Film (Niet toegestaan)", "Marketing"]);
    expect(
      await page.evaluate(
        () => document.querySelectorAll("[data-consentry-placeholder], caption").length,
      ),
    ).toBe(2);
    expect(await page.errors()).toEqual([]);
  });
});
