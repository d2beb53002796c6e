import { describe, expect, it } from "vitest";
import nl from "../../i18n/locales/nl.ts";
import { createWords } from "./createWords.ts";

const config = {
  services: [{ id: "maps", name: "City Maps", category: "performance", storage: [] }],
};
const words = (language: string, messages: Record<string, string> = {}) =>
  createWords({ config, messages, language });

describe("words", () => {
  it("lay a language over English", () => {
    const dutch = words("nl", { "action.accept": "Ja" });
    expect(dutch.text("action.accept")).toBe("Ja");
    expect(dutch.text("action.reject")).toBe("Reject all");
  });

  it("name services and categories, ours and the site's, and fall back to the id", () => {
    const dutch = words("nl", { ...nl, "category.club": "Ledenclub" });
    expect(["maps", "performance", "club", "unheard-of"].map(dutch.name)).toEqual([
      ...["City Maps", nl["category.performance"], "Ledenclub", "unheard-of"],
    ]);
    expect(dutch.about("unheard-of")).toBe("");
    expect(dutch.name("__proto__")).toBe("__proto__");
  });

  it.each([
    ["13 months", "13 maanden"],
    ["1 year", "1 jaar"],
    ["30 minutes", "30 minuten"],
    ["session", nl["lifetime.session"]],
    ["persistent", nl["lifetime.persistent"]],
    ["as long as needed", "as long as needed"],
    ["", ""],
  ])("say the lifetime “%s” as “%s”", (lifetime, said) => {
    expect(words("nl", nl).lifetime(lifetime)).toBe(said);
  });

  it("say countries and dates by Intl, and lists with the comma of the script", () => {
    const dutch = words("nl", nl);
    expect(dutch.country("US")).toBe("Verenigde Staten");
    expect(dutch.country("Atlantis!")).toBe("Atlantis!");
    expect(dutch.list(["a", "b", "c"])).toBe("a, b, c");
    expect(words("ar").list(["a", "b"])).toBe("a، b");
    expect(words("zh-hant").list(["a", "b"])).toBe("a、b");
    expect(dutch.date(Date.UTC(2026, 4, 3, 12))).toBe("3 mei 2026");
    expect(dutch.date("no date")).toBe("Invalid Date");
  });

  it("take a purpose of ours by its key, else the site's own words", () => {
    expect(words("nl", nl).purpose("video")).toBe(nl["purpose.video"]);
    expect(words("nl", nl).purpose("Onthoudt de winkelmand")).toBe("Onthoudt de winkelmand");
  });

  it("speak English where the tag is none", () => {
    expect(words("en_GB").language).toBe("en");
    expect(words("en_GB").text("banner.services", { count: 1 })).toBe("1 service is involved.");
  });
});
