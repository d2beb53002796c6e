import { describe, expect, it } from "vitest";
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
    expect(parseGpc({ gpc: ["performance", "No id", 5] }, () => {})).toEqual(["performance"]);
    expect(told({ gpc: "all" })).toEqual(["wrong-type gpc"]);
    expect(
      parseGpc({ gpc: "all" }, () => {}),
      "refuses as if nothing was said",
    ).toEqual(["marketing"]);
  });

  it("keeps every detail that fits, and says which does not", () => {
    const details = { address: "Building: 7, Dam 1", email: "a@b.nl", url: "https://acme.test/" };
    const { config, findings } = acme({ controller: { name: "Acme BV", ...details } });
    expect(config.controller).toEqual({ name: "Acme BV", ...details });
    expect(findings).toEqual([]);
    expect(told({ controller: { name: "Acme BV", address: 5, email: null, url: 7 } })).toEqual([
      "wrong-type controller.address",
      "wrong-type controller.email",
      "bad-url controller.url",
    ]);
  });

  it.each(["box", "bar", "centre"])("stands as a %s, with what else is shown", (layout) => {
    const shown = { layout, policyUrl: "/privacy", language: "nl", reopenButton: true };
    expect(acme(shown)).toMatchObject({ config: shown, findings: [] });
  });

  it("has no words where the categories are a list", () => {
    expect(Object.keys(acme({ categories: ["ads"] }).config.texts)).toEqual([]);
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
    const texts = { "*": { "banner.title": "Cookies?" } };
    expect({ ...acme({ categories, texts }).config.texts["*"] }, "beside its other words").toEqual({
      "banner.title": "Cookies?",
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
    for (const reload of ["auto", "always", "never"]) {
      const options = { domain: "example.org", reload, collector: "/v1/records" };
      expect(acme(options)).toMatchObject({ config: options, findings: [] });
    }
    for (const policy of ["none", "next", "reload"]) {
      expect(acme({ policy })).toMatchObject({ config: { policy }, findings: [] });
    }
    expect(acme().config.policy).toBe("none");
    expect(told({ policy: "later" })).toEqual(["wrong-type policy"]);
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

  it("keeps all that it says", () => {
    const facts = {
      id: "stats",
      name: "Stats",
      basis: "legitimate-interest",
      reason: "Counts.",
      purpose: "measure",
      provider: { name: "Stats Inc.", country: "US" },
      transfer: ["US"],
      privacyUrl: "https://stats.test/privacy",
      hosts: ["*.stats.test"],
      storage: [
        {
          name: "_st",
          medium: "cookie",
          purpose: "measure",
          lifetime: "13 months",
          party: "third",
          keep: true,
          httpOnly: true,
        },
      ],
      load: () => {},
      grant: () => {},
      revoke: () => {},
    };
    const { service, at } = tidy(facts);
    expect(service).toMatchObject(facts);
    expect(at).toEqual([]);
  });

  it("passes on what a service of the catalogue found wrong with its own options", () => {
    const findings = [{ code: "wrong-type", at: "id" }, { code: "bad-url" }];
    expect(tidy({ id: "stats", findings }).at).toEqual([
      "wrong-type services.stats.id",
      "bad-url services.stats",
    ]);
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

  it.each(["cookie", "localStorage", "sessionStorage", "indexedDB", "cache"])(
    "keeps storage in %s",
    (medium) => {
      const { service, at } = tidy({ id: "stats", storage: [{ name: "_st", medium }] });
      expect(service.storage).toMatchObject([{ name: "_st", medium }]);
      expect(at).toEqual([]);
    },
  );

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
    const none = tidy({ id: "stats", storage: {} });
    expect(none.at).toEqual(["wrong-type services.stats.storage"]);
    expect(none.service.storage).toEqual([]);
  });
});

it("takes an option that is undefined for one that is left out", () => {
  const keys =
    "policyUrl categories services revision days domain hostOnly trustNeighbours language texts layout reopenButton reload policy nonce signals migrate ui locales gpc collector".split(
      " ",
    );
  const given = acme(Object.fromEntries(keys.map((key) => [key, undefined])));
  expect(given.findings).toEqual([]);
  expect(given.config).toEqual(acme().config);
});
