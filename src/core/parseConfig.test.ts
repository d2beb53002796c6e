import { describe, expect, it } from "vitest";
import { explain } from "./explain.ts";
import { findProblems } from "./findProblems.ts";
import { parseConfig } from "./parseConfig.ts";
import { parseGpc } from "./parseGpc.ts";

const acme = (options: object = {}) => parseConfig({ controller: { name: "Acme BV" }, ...options });
const told = (options: object) =>
  acme(options).findings.map(({ code, at }) => `${code} ${at}`.trim());

describe("what is shown", () => {
  it("has a default for everything but the controller's name", () => {
    const { config, findings } = acme();
    expect(findings).toEqual([]);
    expect(config).toMatchObject({
      controller: { name: "Acme BV" },
      policyUrl: "",
      language: "",
      layout: "box",
      reopenButton: false,
    });
    expect(Object.isFrozen(config) || config.days == 180).toBe(true);
  });

  it("keeps the controller's details, and drops a link that is none", () => {
    const { config, findings } = acme({
      controller: {
        name: "Acme BV",
        address: "Dam 1",
        email: "a@b.nl",
        url: "javascript:alert(1)",
      },
    });
    expect(config.controller).toEqual({ name: "Acme BV", address: "Dam 1", email: "a@b.nl" });
    expect(findings).toEqual([{ code: "bad-url", at: "controller.url" }]);
  });

  it("names the categories that Global Privacy Control refuses", () => {
    expect(parseGpc({}, () => {})).toEqual(["marketing"]);
    expect(parseGpc({ gpc: ["performance"] }, () => {})).toEqual(["performance"]);
    expect(parseGpc({ gpc: [] }, () => {})).toEqual([]);
    expect(told({ gpc: ["marketing", "No id"] })).toEqual(["wrong-type gpc"]);
    expect(told({ gpc: "all" })).toEqual(["wrong-type gpc"]);
    expect(
      parseGpc({ gpc: "all" }, () => {}),
      "refuses as if nothing was said",
    ).toEqual(["marketing"]);
  });

  it("takes words per language, tags in any case, and texts alone", () => {
    const { config } = acme({ texts: { "NL-be": { "banner.title": "Koekjes?" }, "*": { a: 1 } } });
    expect(config.texts["nl-be"]!["banner.title"]).toBe("Koekjes?");
    expect(told({ texts: { "*": { a: 1 } } })).toEqual(["wrong-type texts.*.a"]);
  });

  it("takes a category's own name and description for every language", () => {
    const categories = { performance: { name: "Statistics", description: "Counts." } };
    expect({ ...acme({ categories }).config.texts["*"] }).toEqual({
      "category.performance": "Statistics",
      "category.performance.about": "Counts.",
    });
    expect(told({ categories: { performance: { name: 5 } } })).toEqual([
      "wrong-type categories.performance.name",
    ]);
  });

  it("notes what does not fit and uses the default", () => {
    const { config, findings } = acme({ layout: "popup", reopenButton: 1, language: 5 });
    expect(config).toMatchObject({ layout: "box", reopenButton: false, language: "" });
    expect(findings.map(({ at }) => at)).toEqual(["language", "layout", "reopenButton"]);
  });
});

describe("what is kept", () => {
  it("has defaults", () => {
    expect(acme().config).toMatchObject({ domain: "", reload: "auto", collector: "" });
  });

  it("reads domain, reload and collector", () => {
    const options = { domain: "example.org", reload: "never", collector: "/v1/records" };
    expect(acme(options)).toMatchObject({ config: options, findings: [] });
    expect(told({ reload: "sometimes", collector: "data:text/plain,x", domain: 1 })).toEqual([
      "wrong-type domain",
      "wrong-type reload",
      "bad-url collector",
    ]);
  });
});

describe("a service, tidied", () => {
  const tidy = (service: object) => {
    const { config, findings } = acme({ services: [{ category: "performance", ...service }] });
    return { service: config.services[0]!, at: findings.map(({ code, at }) => `${code} ${at}`) };
  };

  it("has every field that its type names", () => {
    const { service, at } = tidy({ id: "stats" });
    expect(at).toEqual([]);
    expect(service).toMatchObject({
      name: "stats",
      reason: "",
      purpose: "",
      provider: { name: "", country: "" },
      transfer: [],
      privacyUrl: "",
      hosts: [],
      storage: [],
    });
  });

  it("drops what does not fit", () => {
    const { service, at } = tidy({
      id: "stats",
      name: 5,
      privacyUrl: " java\nscript:alert(1)",
      hosts: ["a.test", 7],
      load: "eval",
      provider: "Acme",
    });
    expect(service).toMatchObject({ name: "stats", privacyUrl: "", hosts: ["a.test"] });
    expect(at).toEqual(["bad-url services.stats.privacyUrl", "wrong-type services.stats.load"]);
  });

  it("leaves out storage without a name, without a medium, or that would match everything", () => {
    const { service, at } = tidy({
      id: "stats",
      storage: [
        { name: "_ga", medium: "cookie", keep: "yes", party: "second" },
        { name: "*", medium: "cookie" },
        { name: "***", medium: "localStorage" },
        { name: "_ga", medium: "disk" },
        { medium: "cookie" },
        null,
      ],
    });
    expect(service.storage).toEqual([
      {
        name: "_ga",
        medium: "cookie",
        purpose: "",
        lifetime: "",
        party: "first",
        keep: false,
        httpOnly: false,
      },
    ]);
    expect(at).toEqual([1, 2, 3, 4, 5].map((i) => `bad-storage-item services.stats.storage[${i}]`));
    expect(tidy({ id: "stats", storage: {} }).at).toEqual(["wrong-type services.stats.storage"]);
  });
});

describe("findProblems", () => {
  it("names options that do not exist", () => {
    expect(told({ contoller: 1, __proto: 1 })).toEqual([
      "unknown-option contoller",
      "unknown-option __proto",
    ]);
  });

  it("names a category listed twice and signals that are no list", () => {
    expect(told({ categories: ["a", "a"], signals: "x" })).toEqual([
      "wrong-type signals",
      "duplicate-id categories",
    ]);
  });

  it("stops at fifty and says so", () => {
    const many = Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [`key${i}`, i]));
    const findings = findProblems({ controller: { name: "Acme BV" }, ...many });
    expect(findings).toHaveLength(51);
    expect(findings.at(-1)).toEqual({ code: "too-many", at: "" });
  });
});

describe("explain", () => {
  it("says in a sentence what is wrong and where", () => {
    expect(explain({ code: "unknown-option", at: "contoller" })).toContain("“contoller”");
    expect(explain({ code: "config-unreadable", at: "" })).toContain("this page");
  });
});
