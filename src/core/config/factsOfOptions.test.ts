import { describe, expect, it } from "vitest";
import { dataLayersOf } from "./dataLayersOf.ts";
import { cookieName } from "./names.ts";
import { parseGate } from "./parseGate.ts";
import type { Service } from "./service.ts";
import { signalOptions } from "./signalOptions.ts";
import { unusedBySite } from "./unusedBySite.ts";

describe("the data layers of services", () => {
  it("are the names that any of them says, each once", () => {
    const services = ["shop", undefined, "pages", "shop", "", 5].map((dataLayer, index) => ({
      ...{ id: `s${index}`, category: "marketing", dataLayer },
    }));
    expect(dataLayersOf(services as unknown as Service[])).toEqual(["shop", "pages"]);
    expect(dataLayersOf([])).toEqual([]);
  });
});

describe("the cookie's name", () => {
  it.each([
    [true, true, "__Host-consentry"],
    [true, false, "consentry"],
    [false, true, "consentry"],
    [false, false, "consentry"],
  ])("bound to the host: %s, on https: %s, is %s", (hostOnly, secure, name) => {
    expect(cookieName(hostOnly, secure)).toBe(name);
  });
});

describe("the options of a signal", () => {
  it("are those of its id, where they are an object", () => {
    const options = { signals: { google: { wait: 500 }, microsoft: true } };
    expect(signalOptions(options, "google")).toEqual({ wait: 500 });
    expect(signalOptions(options, "microsoft")).toBeUndefined();
    expect(signalOptions(options, "clarity")).toBeUndefined();
    expect(signalOptions({ google: { wait: 500 } }, "google")).toBeUndefined();
  });

  it("are none where the signals are a list, or there are no options", () => {
    expect(signalOptions({ signals: ["google"] }, "google")).toBeUndefined();
    expect(signalOptions(null, "google")).toBeUndefined();
    expect(signalOptions({ signals: {} }, "constructor")).toBeUndefined();
  });
});

describe("the categories that a site asks for only where a page uses them", () => {
  const unused = (options: object): string[] =>
    unusedBySite(parseGate({ controller: { name: "Acme BV" }, ...options }, () => {}));
  const services = [
    { id: "stats", category: "performance" },
    { id: "shop", category: "necessary", reason: "Keeps the basket." },
  ];

  it("are those without a service, where the site lists none", () => {
    expect(unused({ services })).toEqual(["marketing"]);
  });

  it("are none where the site lists its categories, or cannot be used", () => {
    expect(unused({ services, categories: ["performance", "marketing"] })).toEqual([]);
    expect(unused({ services, controller: {} })).toEqual([]);
  });
});
