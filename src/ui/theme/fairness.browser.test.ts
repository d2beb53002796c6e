import { beforeEach, describe, expect, it } from "vitest";
import { page, userEvent as real } from "vitest/browser";
import ar from "../../i18n/locales/ar.ts";
import de from "../../i18n/locales/de.ts";
import { mountedUi, openedPreferences } from "../../../test/util/mountedUi.ts";
import { checkFairness } from "./checkFairness.ts";

const LANGUAGES = { en: {}, de, ar };
const SCREENS: [width: number, height: number][] = [
  [1280, 800],
  [390, 844],
  [320, 568],
];

describe("checkFairness", () => {
  beforeEach(async () => {
    const away = document.createElement("p");
    away.textContent = "The pointer rests here.";
    document.body.replaceChildren(away);
    await real.hover(away);
  });

  it("says nothing where nothing is shown", () => {
    const { element } = mountedUi();
    expect(checkFairness(element)).toEqual([]);
    expect(checkFairness(document.createElement("div"))).toEqual([]);
  });

  it("names what makes one of them louder", () => {
    const { ui, element, action } = mountedUi();
    ui.show("banner");
    action("accept-all").style.background = "green";
    action("reject-all").style.opacity = "0.5";
    action("reject-all").style.fontWeight = "400";
    action("reject-all").style.height = "30px";
    action("reject-all").style.minHeight = "0";
    const breaches = checkFairness(element);
    for (const breach of ["background-color", "opacity", "font-weight", "height"]) {
      expect(breaches).toContain(breach);
    }
  });

  it("does not mistake the button under the pointer for a louder one", async () => {
    const { ui, element, action } = mountedUi();
    ui.show("banner");
    await real.hover(action("accept-all"));
    expect(getComputedStyle(action("accept-all")).boxShadow).not.toBe("none");
    expect(checkFairness(element)).toEqual([]);
  });

  it("finds one that is hidden or taken out", () => {
    const { ui, element, action } = mountedUi();
    ui.show("banner");
    action("reject-all").style.display = "none";
    expect(checkFairness(element)).toContain("display");
  });

  it("finds a theme whose words or edges cannot be seen", () => {
    const { ui, element } = mountedUi();
    const { style } = document.documentElement;
    style.setProperty("--consentry-accent", "#f4f4f4");
    style.setProperty("--consentry-on-accent", "#cccccc");
    ui.show("banner");
    try {
      const breaches = checkFairness(element).join();
      expect(breaches).toMatch(/^contrast 1\.\d,edge contrast 1\.\d$/u);
    } finally {
      style.removeProperty("--consentry-accent");
      style.removeProperty("--consentry-on-accent");
    }
  });
});

describe("accept and reject", () => {
  describe.each(["box", "bar", "centre"] as const)("in the layout %s", (layout) => {
    it.each(Object.entries(LANGUAGES))(
      "look the same in %s, on every screen",
      async (language, messages) => {
        const { ui, element, action } = mountedUi({ config: { layout }, language, messages });
        ui.show("banner");
        for (const [width, height] of SCREENS) {
          await page.viewport(width, height);
          expect(checkFairness(element)).toEqual([]);
          const accept = action("accept-all").getBoundingClientRect();
          const reject = action("reject-all").getBoundingClientRect();
          // To a hundredth: Firefox rounds the two columns of a grid apart in the fifth decimal.
          expect(accept.width).toBeCloseTo(reject.width, 2);
          expect(accept.height).toBeCloseTo(reject.height, 2);
          expect(accept.height).toBeGreaterThanOrEqual(44);
          // Side by side or one below the other, but in one row or column.
          expect(accept.top == reject.top || accept.left == reject.left).toBe(true);
        }
      },
    );
  });

  it("look the same in the preference centre", async () => {
    const { element } = await openedPreferences();
    expect(checkFairness(element)).toEqual([]);
  });

  it("stand in one container and share one part, so that no theme can style one alone", () => {
    const { ui, action } = mountedUi();
    ui.show("banner");
    const accept = action("accept-all");
    const reject = action("reject-all");
    expect(accept.parentElement).toBe(reject.parentElement);
    expect(accept.getAttribute("part")).toBe(reject.getAttribute("part"));
    expect(accept.className).toBe(reject.className);
    const theme = new CSSStyleSheet();
    theme.replaceSync("::part(choice) { background: #0a5c2f; border-radius: 0; font-size: 20px }");
    document.adoptedStyleSheets.push(theme);
    try {
      expect(getComputedStyle(accept).backgroundColor).toBe("rgb(10, 92, 47)");
      expect(getComputedStyle(reject).backgroundColor).toBe("rgb(10, 92, 47)");
      expect(getComputedStyle(reject).fontSize).toBe("20px");
    } finally {
      document.adoptedStyleSheets = [];
    }
  });
});
