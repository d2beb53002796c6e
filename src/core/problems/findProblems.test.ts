import { describe, expect, it } from "vitest";
import type { Options } from "../config/options.ts";
import { findProblems } from "./findProblems.ts";

const told = (options: object): string[] =>
  findProblems({ controller: { name: "Acme BV" }, ...options }).map(({ code, at }) =>
    `${code} ${at}`.trim(),
  );

describe("findProblems", () => {
  it("names options that do not exist", () => {
    expect(told({ contoller: 1, __proto: 1 })).toEqual([
      "unknown-option contoller",
      "unknown-option __proto",
    ]);
  });

  it("knows every option that there is", () => {
    const options: Required<Options> = {
      controller: { name: "Acme BV" },
      policyUrl: "/privacy",
      categories: ["performance"],
      services: [],
      revision: 1,
      days: 180,
      domain: "example.org",
      hostOnly: false,
      trustNeighbours: false,
      language: "en",
      texts: {},
      layout: "box",
      reopenButton: false,
      reload: "auto",
      policy: "none",
      nonce: "",
      signals: [],
      collector: "/v1/records",
      migrate: {},
      gpc: ["marketing"],
      ui: false,
      locales: {},
    };
    expect(findProblems(options)).toEqual([]);
  });

  it("names a category listed twice and signals that are no list", () => {
    expect(told({ categories: ["a", "a"], signals: "x" })).toEqual([
      "wrong-type signals",
      "duplicate-id categories",
    ]);
  });

  it("names a basis that there is not", () => {
    const bases = ["consent", "legitimate-interest", "none", undefined, "Consent"];
    const services = bases.map((basis, i) => ({
      ...{ id: `s${i}`, category: "performance", basis, reason: "Because." },
    }));
    expect(told({ services })).toEqual([
      "wrong-type services[2].basis",
      "wrong-type services[4].basis",
    ]);
  });

  it("names what the gate reads without a word, and nothing that fits", () => {
    expect(told({ nonce: 5, hostOnly: "yes", trustNeighbours: 1 })).toEqual([
      "wrong-type nonce",
      "wrong-type hostOnly",
      "wrong-type trustNeighbours",
    ]);
    expect(told({ nonce: "n", hostOnly: true, categories: ["a", "b"], signals: ["gpc"] })).toEqual(
      [],
    );
  });

  it("stops at fifty and says so", () => {
    const many = Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [`key${i}`, i]));
    const findings = findProblems({ controller: { name: "Acme BV" }, ...many });
    expect(findings).toHaveLength(51);
    expect(findings.at(-1)).toEqual({ code: "too-many", at: "" });
  });

  it.each<[what: string, service: object, at?: string]>([
    ["stubs that are a list", { stubs: ["fbq"] }],
    ["stubs that are none", { stubs: "fbq" }, "stubs"],
    ["a data layer that is a name", { dataLayer: "pagesLayer" }],
    ["a data layer that is an object", { dataLayer: [] }, "dataLayer"],
  ])("looks at what only a few pages need: %s", (_what, fields, at) => {
    const services = [
      { id: "a", category: "marketing" },
      { id: "b", category: "marketing", ...fields },
    ];
    expect(told({ services })).toEqual(at ? [`wrong-type services[1].${at}`] : []);
  });

  it("gives the names that a misspelt option may have meant, and with no other mistake", () => {
    const [misspelt, wrong] = findProblems({ controller: { name: "Acme BV" }, nonc: 1, nonce: 5 });
    expect(misspelt).toMatchObject({ code: "unknown-option", at: "nonc" });
    expect(misspelt!.names).toContain("nonce");
    expect(wrong).toStrictEqual({ code: "wrong-type", at: "nonce" });
  });

  it.each([
    ["the configuration was not readable", ["config-unreadable", "#mine"], "#mine"],
    ["the page's nonce was missing", ["nonce-missing", "#mine"], "#mine"],
    ["its place was not said", ["config-unreadable"], "#consentry-config"],
  ])("passes on alone what the script tag says in the options' place: %s", (_what, said, at) => {
    expect(findProblems(said)).toEqual([{ code: said[0], at }]);
  });

  it("judges any other list as options that are none", () => {
    expect(findProblems(["internal", "#mine"]).map(({ code }) => code)).not.toContain("internal");
    expect(findProblems([])).toEqual([{ code: "config-not-object", at: "" }]);
  });
});
