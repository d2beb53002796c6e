import { beforeAll, describe, expect, it } from "vitest";
import { page } from "vitest/browser";
import { mountedUi, openedPreferences } from "../../../test/util/mountedUi.ts";

const files = import.meta.glob(["../../i18n/locales/*.ts", "!../../i18n/locales/*.test.ts"], {
  eager: true,
  import: "default",
}) as Record<string, Record<string, string>>;
const languages = Object.entries(files).map(
  ([path, messages]) => [path.replace(/^.*\/|\.ts$/gu, ""), messages] as const,
);

/** What sticks out of the screen, or does not fit into its own box. */
function tooWide(root: ShadowRoot): string[] {
  return [...root.querySelectorAll("section, dialog, section *, dialog *")]
    .filter((one) => {
      const { left, right } = one.getBoundingClientRect();
      const cut = one.matches("button, h2, p, .head") && one.scrollWidth > one.clientWidth + 1;
      return left < -1 || right > 321 || cut;
    })
    .map((one) => one.outerHTML);
}

describe("at 320 pixels", () => {
  beforeAll(() => page.viewport(320, 568));

  it("finds all languages", () => {
    expect(languages.length).toBeGreaterThanOrEqual(35);
  });

  it.each(languages)("everything fits in %s", async (language, messages) => {
    const { ui, root, action } = mountedUi({ language, messages });
    ui.show("banner");
    expect(tooWide(root)).toEqual([]);
    expect(action("accept-all").getBoundingClientRect().height).toBe(
      action("reject-all").getBoundingClientRect().height,
    );
    ui.destroy();
    const opened = await openedPreferences({ language, messages }, "google-analytics");
    expect(tooWide(opened.root)).toEqual([]);
  });
});
