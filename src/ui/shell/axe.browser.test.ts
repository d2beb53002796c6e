import axe from "axe-core";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { cdp, server } from "vitest/browser";
import ar from "../../i18n/locales/ar.ts";
import nl from "../../i18n/locales/nl.ts";
import { RECORD } from "../../../test/util/fakeHost.ts";
import { mountedUi, openedPreferences, type MountedUi } from "../../../test/util/mountedUi.ts";

const LANGUAGES = { en: {}, nl, ar };

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

/** Every violation that axe finds in the UI, by rule and element. */
async function violations({ element, root }: MountedUi): Promise<string[]> {
  await settled(root);
  const { violations: found } = await axe.run(element, {
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
  });
  return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

describe("axe finds nothing", () => {
  describe.each(Object.entries(LANGUAGES))("in %s", (language, messages) => {
    it.each(["box", "bar", "centre"] as const)("in the first layer as %s", async (layout) => {
      const mounted = mountedUi({ config: { layout }, language, messages });
      mounted.ui.show("banner");
      expect(await violations(mounted)).toEqual([]);
    });

    it("in the preference centre with everything unfolded", async () => {
      const mounted = await openedPreferences(
        { language, messages, gpc: true, leftover: ["_fbp"], records: [RECORD] },
        "services",
      );
      for (const details of mounted.root.querySelectorAll("details")) details.open = true;
      await mounted.find.findByText(RECORD.subject);
      expect(await violations(mounted)).toEqual([]);
    });
  });
});

describe("axe finds nothing in the dark", () => {
  const scheme = async (value: string): Promise<void> => {
    if (server.browser != "chromium") return; // Only Chromium's protocol switches it from inside a test.
    const { send } = cdp() as { send: (method: string, params: object) => Promise<unknown> };
    await send("Emulation.setEmulatedMedia", {
      features: [{ name: "prefers-color-scheme", value }],
    });
  };
  beforeEach(() => scheme("dark"));
  afterEach(async () => {
    await scheme("light");
    for (const media of asked.splice(0)) media.mediaText = DARK;
  });

  const DARK = "(prefers-color-scheme: dark)";
  const asked: MediaList[] = [];
  /** Elsewhere the style sheets' own question is answered with yes. */
  function darken({ root }: MountedUi): void {
    if (server.browser == "chromium") return;
    const sheets = [...root.adoptedStyleSheets, ...root.styleSheets];
    for (const rule of sheets.flatMap(({ cssRules }) => [...cssRules])) {
      if (!(rule instanceof CSSMediaRule) || rule.media.mediaText != DARK) continue;
      asked.push(rule.media);
      rule.media.mediaText = "all";
    }
    expect(asked.length).toBeGreaterThan(0);
  }

  describe.each(Object.entries(LANGUAGES))("in %s", (language, messages) => {
    it.each(["box", "bar", "centre"] as const)("in the first layer as %s", async (layout) => {
      const mounted = mountedUi({ config: { layout }, language, messages });
      mounted.ui.show("banner");
      darken(mounted);
      const { backgroundColor } = getComputedStyle(mounted.root.querySelector(".banner")!);
      expect(backgroundColor).toBe("rgb(29, 33, 37)");
      expect(await violations(mounted)).toEqual([]);
    });

    it("in the preference centre", async () => {
      const mounted = await openedPreferences({ gpc: true, language, messages }, "services");
      darken(mounted);
      for (const details of mounted.root.querySelectorAll("details")) details.open = true;
      expect(await violations(mounted)).toEqual([]);
    });
  });
});
