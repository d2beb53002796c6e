import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { userEvent as real } from "vitest/browser";
import { mountedUi } from "../../../test/util/mountedUi.ts";
import { checkFairness } from "../theme/checkFairness.ts";

/** What a page's style sheet can do with our parts, so that refusing is harder to see than accepting. */
const UNFAIR: Record<string, string> = {
  "a wider column for accept": "::part(choices) { grid-template-columns: 1fr 3fr }",
  "boxes as wide as their words": "::part(choices) { display: flex }",
  "a box that is too small for both":
    "::part(choices) { grid-template-columns: 1fr; height: 3em; overflow: hidden }",
  "a cut": "::part(choices) { clip-path: inset(0 0 0 50%) }",
  "a fading mask": "::part(choices) { mask-image: linear-gradient(90deg, transparent, black 60%) }",
  "a mask further out":
    "::part(actions) { mask-image: linear-gradient(90deg, transparent, black 60%) }",
  "a tilt": "::part(choices) { transform: perspective(200px) rotateY(30deg) }",
  "a filter from the page": "::part(choices) { filter: url(#fade) }",
  "light behind one of two see-through buttons":
    "::part(choice) { background: none } ::part(choices) { background: linear-gradient(90deg, transparent 50%, green 50%) }",
  "the settings laid over it": "::part(settings) { position: absolute; inset: auto 50% 1.5em 1em }",
  "a text laid over it that lets clicks through":
    "::part(more) { position: absolute; inset: auto 50% 4em 1em; height: 5em; background: white; pointer-events: none }",
  "a veil before the pair":
    '::part(choices) { position: relative } ::part(choices)::before { content: ""; position: absolute; inset: 0 50% 0 0; background: #fffc; pointer-events: none }',
  "one laid over the other": "::part(choice) { position: absolute; inset: 0 }",
  "colours that cannot be read": "::part(choice) { color: #aaa; background: #999 }",
  "no edge to be seen": "::part(choice) { background: none; border: 0 }",
  "words that cannot be seen": "::part(choice) { color: transparent }",
};

/** What a site may like, and may do. */
const FAIR: Record<string, string> = {
  "one colour for both": "::part(choice) { background: #0a5c2f; border-radius: 0; color: white }",
  pills: "::part(choice) { border-radius: 9em; font-size: 1.1em; letter-spacing: 0.02em }",
  "one below the other": "::part(choices) { grid-template-columns: 1fr }",
  "another gap and ground": "::part(choices) { gap: 2em } ::part(banner) { background: #fffbe8 }",
  "a picture in the corner":
    '::part(title)::before { content: "🍪 " } ::part(banner) { background-image: linear-gradient(#fff, #eee) }',
  "an edge instead of a fill":
    "::part(choice) { background: none; border: 2px solid #222; color: #222 }",
  "quiet settings": "::part(settings) { background: none; text-decoration: underline }",
};

const theme = new CSSStyleSheet();

beforeEach(async () => {
  const away = document.createElement("p");
  away.textContent = "The pointer rests here.";
  document.body.replaceChildren(away);
  document.adoptedStyleSheets = [theme];
  await real.hover(away);
});
afterEach(() => {
  theme.replaceSync("");
  document.adoptedStyleSheets = [];
});

/** What is found of each theme, in a banner that was fair before. */
function judge(themes: Record<string, string>): Record<string, string[]> {
  const { ui, element } = mountedUi();
  ui.show("banner");
  const found: Record<string, string[]> = {};
  for (const [name, css] of Object.entries(themes)) {
    theme.replaceSync("");
    expect(checkFairness(element), `before ${name}`).toEqual([]);
    theme.replaceSync(css);
    found[name] = checkFairness(element);
  }
  return found;
}

describe("checkFairness, of a theme by parts,", () => {
  it("finds each way to make refusing harder to see", () => {
    for (const [name, found] of Object.entries(judge(UNFAIR))) expect(found, name).not.toEqual([]);
  });

  it("lets pass what treats both alike", () => {
    for (const [name, found] of Object.entries(judge(FAIR))) expect(found, name).toEqual([]);
  });
});

describe("on the machine where a site is made", () => {
  it("an unfair theme is told when the banner stands still, a fair one is not", async () => {
    theme.replaceSync("::part(choices) { grid-template-columns: 1fr 3fr }");
    const config = { reopenButton: true };
    const unfair = mountedUi({ config });
    unfair.ui.show("banner");
    await expect.poll(() => unfair.host.reported).toEqual(["unfair-theme width"]);
    unfair.ui.destroy();
    theme.replaceSync("");
    const fair = mountedUi({ config });
    fair.ui.show("banner");
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    await vi.dynamicImportSettled();
    const layer = fair.root.querySelector("section")!;
    await Promise.all(layer.getAnimations({ subtree: true }).map(({ finished }) => finished));
    vi.runAllTimers(); // It has looked.
    vi.useRealTimers();
    expect(fair.host.reported).toEqual([]);
  });
});
