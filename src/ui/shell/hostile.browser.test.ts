import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openedPreferences, mountedUi } from "../../../test/util/mountedUi.ts";
import { checkFairness } from "../theme/checkFairness.ts";

/** What a page's style sheet must not be able to do to us. */
const HOSTILE = `
  html { font-size: 62.5% }
  * { all: unset !important; display: none !important; font: 3px fantasy !important;
      color: #eee !important; background: #eee !important; direction: rtl !important;
      opacity: 0.1 !important; transform: scale(0.1) !important; z-index: 99999999 !important;
      pointer-events: none !important; visibility: hidden !important; position: static !important }
  html, body { display: block !important; opacity: 1 !important; transform: none !important }
  div[data-consentry] { display: none !important; width: 0 !important; height: 0 !important }
`;

const sheet = new CSSStyleSheet();

beforeEach(() => {
  document.body.replaceChildren();
});
afterEach(() => {
  sheet.replaceSync("");
  document.adoptedStyleSheets = [];
});

/** What is seen of the UI: each button's box and the styles that a page might have changed. */
function look(root: ShadowRoot): unknown[] {
  return [...root.querySelectorAll("h2, p, button, a, [role=switch]")].map((one) => {
    const { x, y, width, height } = one.getBoundingClientRect();
    const style = getComputedStyle(one);
    const { color, backgroundColor, fontSize, fontFamily, direction, opacity, visibility } = style;
    return [
      ...[one.localName, one.textContent, Math.round(x), Math.round(y), Math.round(width)],
      ...[Math.round(height), color, backgroundColor, fontSize, fontFamily, direction, opacity],
      ...[visibility, style.pointerEvents],
    ];
  });
}

describe("under a hostile page style sheet", () => {
  it("looks and works as it does without", async () => {
    const { ui, root, element, view, action, host } = mountedUi();
    ui.show("banner");
    await finished(root);
    const before = look(root);
    expect(before.length).toBeGreaterThan(5);
    sheet.replaceSync(HOSTILE);
    document.adoptedStyleSheets = [sheet, ...document.adoptedStyleSheets];
    expect(look(root)).toEqual(before);
    expect(checkFairness(element)).toEqual([]);
    const { x, y } = action("accept-all").getBoundingClientRect();
    expect(root.elementFromPoint(x + 5, y + 5)).toBe(action("accept-all"));
    action("accept-all").click();
    expect(view()).toBe("none");
    expect(host.asked).toHaveLength(1);
  });

  it("keeps the preference centre as it is", async () => {
    const { root } = await openedPreferences(undefined, "services");
    await finished(root);
    const before = look(root);
    expect(before.length).toBeGreaterThan(12);
    sheet.replaceSync(HOSTILE);
    document.adoptedStyleSheets = [sheet];
    expect(look(root)).toEqual(before);
  });

  it("is not shrunk by a page that sets font-size: 62.5%", () => {
    const { ui, action } = mountedUi();
    ui.show("banner");
    sheet.replaceSync("html { font-size: 62.5% }");
    document.adoptedStyleSheets = [sheet, ...document.adoptedStyleSheets];
    expect(getComputedStyle(action("accept-all")).fontSize).toBe("15px");
    expect(action("accept-all").getBoundingClientRect().height).toBeGreaterThanOrEqual(44);
  });

  it("takes its colours, radius and font from --consentry-* and from nothing else", () => {
    sheet.replaceSync(`html { --consentry-accent: #123456; --consentry-font: monospace;
      --accent: red; --surface: red } * { --text: red; --surface: red }`);
    document.adoptedStyleSheets = [sheet];
    const { ui, action, find } = mountedUi();
    ui.show("banner");
    const style = getComputedStyle(action("reject-all"));
    expect(style.backgroundColor).toBe("rgb(18, 52, 86)");
    expect(style.fontFamily).toBe("monospace");
    expect(getComputedStyle(find.getByRole("region")).backgroundColor).not.toBe("rgb(255, 0, 0)");
    expect(getComputedStyle(find.getByRole("heading")).color).not.toBe("rgb(255, 0, 0)");
  });
});

/** Waits for the entrance to end. */
async function finished(root: ShadowRoot): Promise<void> {
  const layer = root.querySelector("section, dialog");
  await Promise.all(layer!.getAnimations().map((animation) => animation.finished));
}
