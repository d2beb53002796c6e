import { beforeEach, describe, expect, it } from "vitest";
import { page } from "vitest/browser";
import nl from "../../i18n/locales/nl.ts";
import { mountedUi, openedPreferences } from "../../../test/util/mountedUi.ts";
import { keyboard } from "../../../test/util/keyboard.ts";

beforeEach(() => {
  document.documentElement.lang = "en";
  document.title = "A page";
  document.body.replaceChildren(document.createElement("main"));
});

/** Waits until what enters stands still. */
async function settled(root: ShadowRoot): Promise<void> {
  const layer = root.querySelector("section, dialog")!;
  await Promise.all(layer.getAnimations({ subtree: true }).map(({ finished }) => finished));
}

describe("by keyboard alone", () => {
  it("everything in the preference centre is reached in reading order, and nothing else", async () => {
    const { root } = await openedPreferences();
    const names: string[] = [];
    for (let i = 0; i < 16; i++) {
      await keyboard("{Tab}");
      const active = root.activeElement;
      // Firefox also stops at what scrolls, so that it can be scrolled by key.
      if (active?.matches(".body")) continue;
      names.push(active?.getAttribute("aria-label") ?? active?.textContent?.slice(0, 16) ?? "");
    }
    // The wrap-around differs by engine (the browser's own buttons); what comes before it does not.
    expect(names.slice(0, 14)).toEqual([
      ...["Close", "Privacy policy", "NecessaryNeeded ", "Performance", "PerformanceMeasu"],
      ...["Google Analytics", "Google AnalyticsM", "City Maps", "City MapsShows m"].map((name) =>
        name.slice(0, 16),
      ),
      ...["Marketing", "MarketingShows a", "Your consent record".slice(0, 16)],
      ...["Reject all", "Accept all"],
    ]);
  });

  it("a choice is made: open, flip a switch, unfold, save", async () => {
    const { ui, find, action, host, switchOf } = mountedUi();
    ui.show("banner");
    action("open-preferences").focus();
    await keyboard("{Enter}");
    await find.findByRole("dialog");
    switchOf("marketing").focus();
    await keyboard(" ");
    expect(switchOf("marketing").checked).toBe(true);
    await keyboard("{Tab}{Enter}");
    expect(switchOf("youtube").checkVisibility()).toBe(true);
    action("save").focus();
    await keyboard("{Enter}");
    expect(host.asked[0]?.intent).toMatchObject({
      kind: "save",
      trusted: true,
      choices: { marketing: true, youtube: true, performance: false },
    });
  });

  it("each control shows that it has the focus", async () => {
    const { ui, root } = mountedUi();
    ui.show("banner");
    root.querySelector("a")!.focus();
    for (let i = 0; i < 3; i++) {
      await keyboard("{Tab}");
      const { outlineStyle, outlineWidth } = getComputedStyle(root.activeElement!);
      expect([outlineStyle, outlineWidth]).toEqual(["solid", "3px"]);
    }
  });
});

describe("small and enlarged screens", () => {
  it.each(["box", "bar", "centre"] as const)(
    "show all of the layout %s at 320 × 256 by scrolling in one direction",
    async (layout) => {
      await page.viewport(320, 256);
      const { ui, root, action } = mountedUi({ config: { layout }, language: "nl", messages: nl });
      ui.show("banner");
      await settled(root);
      const layer = root.querySelector("section, dialog")!;
      const { left, right, top, bottom } = layer.getBoundingClientRect();
      expect([left >= 0, right <= 320, top >= 0, bottom <= 256]).toEqual([true, true, true, true]);
      expect(layer.scrollWidth).toBeLessThanOrEqual(layer.clientWidth);
      for (const name of ["reject-all", "accept-all", "open-preferences"]) {
        action(name).scrollIntoView();
        const box = action(name).getBoundingClientRect();
        expect(box.top).toBeGreaterThanOrEqual(-1);
        expect(box.bottom).toBeLessThanOrEqual(257);
        expect(action(name).scrollWidth).toBeLessThanOrEqual(action(name).clientWidth + 1);
      }
    },
  );

  it("show all of the preference centre at 320 × 256", async () => {
    await page.viewport(320, 256);
    const { root, action } = await openedPreferences({ language: "nl", messages: nl }, "services");
    for (const details of root.querySelectorAll("details")) details.open = true;
    const wide = [...root.querySelectorAll("dialog, dialog *")]
      .filter((one) => one.getBoundingClientRect().right > 321)
      .map((one) => one.outerHTML);
    expect(wide).toEqual([]);
    action("save").scrollIntoView();
    expect(action("save").getBoundingClientRect().bottom).toBeLessThanOrEqual(257);
  });

  it("give every target 44 pixels", async () => {
    await page.viewport(390, 844);
    const { root, ui } = await openedPreferences(undefined, "services");
    const small = () =>
      [...root.querySelectorAll("button, summary, input")]
        .map((one) => [one.outerHTML.slice(0, 60), one.getBoundingClientRect()] as const)
        .filter(([, { width, height }]) => width && (width < 44 || height < 44))
        .map(([html]) => html);
    expect(small()).toEqual([]);
    ui.show("banner");
    expect(small()).toEqual([]);
  });

  it("cut nothing when the text is spaced out (WCAG 1.4.12)", async () => {
    await page.viewport(390, 844);
    const { ui, root } = mountedUi({ language: "nl", messages: nl });
    const spaced = new CSSStyleSheet();
    spaced.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
      word-spacing: 0.16em !important } p { margin-bottom: 2em !important }`);
    root.adoptedStyleSheets.push(spaced);
    ui.show("banner");
    for (const one of root.querySelectorAll("button, h2, p")) {
      if (one.matches(".live")) continue;
      expect(one.scrollWidth, one.textContent).toBeLessThanOrEqual(one.clientWidth + 1);
      expect(one.scrollHeight, one.textContent).toBeLessThanOrEqual(one.clientHeight + 1);
    }
  });
});
