import { describe, expect, it } from "vitest";
import { signalIds } from "./signalIds.ts";
import { parseGate } from "./parseGate.ts";
import type { Finding } from "../problems/problem.ts";

const parse = (input: unknown) => {
  const findings: Finding[] = [];
  const config = parseGate(input, (code, at) => findings.push({ code, at }));
  return { config, findings, told: findings.map(({ code, at }) => `${code} ${at}`.trim()) };
};
const acme = (options: object = {}) => parse({ controller: { name: "Acme BV" }, ...options });

describe("parseGate", () => {
  it("needs nothing but the controller's name", () => {
    const { config, told } = acme();
    expect(told).toEqual([]);
    expect(config).toMatchObject({
      _usable: true,
      name: "Acme BV",
      categories: ["necessary", "performance", "marketing"],
      _categoriesFixed: false,
      services: [],
      revision: 1,
      days: 180,
      _hostOnly: false,
      nonce: "",
      signals: [],
    });
  });

  it.each([undefined, null, 42, "text", true, [], Symbol("x")])(
    "is not usable where the configuration is %s",
    (input) => {
      const { config, findings } = parse(input);
      expect(config._usable).toBe(false);
      expect(findings).toEqual([{ code: "config-not-object", at: "" }]);
    },
  );

  it.each([
    () => {},
    {},
    { controller: {} },
    { controller: "Acme" },
    { controller: { name: "  " } },
  ])("is not usable without a controller's name: %j", (input) => {
    const { config, told } = parse(input);
    expect(config._usable).toBe(false);
    expect(told).toEqual(["controller-missing controller.name"]);
  });

  it("reads own properties only", () => {
    expect(parse(Object.create({ controller: { name: "Inherited" } })).config._usable).toBe(false);
    const given = { controller: Object.create({ name: "Inherited" }) as object };
    expect(parse(given).config._usable).toBe(false);
  });

  it("takes categories as a list or a map, in order, and puts `necessary` first", () => {
    expect(acme({ categories: ["ads", "stats"] }).config.categories).toEqual([
      "necessary",
      "ads",
      "stats",
    ]);
    const { config, told } = acme({ categories: { stats: { name: "Stats" }, necessary: {} } });
    expect(config.categories).toEqual(["necessary", "stats"]);
    expect(config._categoriesFixed).toBe(true);
    expect(told).toEqual([]);
    expect(acme({ categories: [] }).config.categories).toEqual(["necessary"]);
  });

  it("leaves out a category whose id cannot be used, and says which", () => {
    const { config, told } = acme({ categories: ["ok", "Not OK", 7, "", "1st", "a".repeat(65)] });
    expect(config.categories).toEqual(["necessary", "ok"]);
    expect(told[0]).toBe("bad-id categories.Not OK");
    expect(told[1]).toBe("bad-id categories.?");
    expect(told).toHaveLength(5);
  });

  it("takes forty categories at the most, as a list or as a map", () => {
    const ids = Array.from({ length: 50 }, (_, i) => `c${i}`);
    const map = Object.fromEntries(ids.map((id) => [id, {}]));
    for (const categories of [ids, map]) {
      expect(acme({ categories }).config.categories).toEqual(["necessary", ...ids.slice(0, 40)]);
    }
  });

  it("keeps `__proto__` of a parsed JSON from becoming anything", () => {
    const { config } = parse(
      JSON.parse(
        '{"controller":{"name":"Acme"},"__proto__":{"days":1},"categories":{"__proto__":{}},"services":{"__proto__":{}}}',
      ),
    );
    expect(config).toMatchObject({ days: 180, categories: ["necessary"], services: [] });
    expect(Object.keys(config._catalogue)).toEqual([]);
    expect("days" in {}).toBe(false);
  });

  it("offers `functional` as soon as a service names it, unless the site listed its own", () => {
    const services = [{ id: "chat", category: "functional" }];
    expect(acme({ services }).config.categories).toEqual([
      "necessary",
      "functional",
      "performance",
      "marketing",
    ]);
    const fixed = acme({ services, categories: ["performance"] });
    expect(fixed.config.services).toEqual([]);
    expect(fixed.told).toEqual(["unknown-category services[0].category"]);
  });

  it("keeps the first of two services with one id", () => {
    const { config, told } = acme({
      services: [
        { id: "stats", name: "One", category: "performance" },
        { id: "stats", name: "Two", category: "marketing" },
      ],
    });
    expect(config.services.map(({ name }) => name)).toEqual(["One"]);
    expect(told).toEqual(["duplicate-id stats"]);
  });

  it("takes services of the catalogue as a map of ids to options", () => {
    const { config, told } = acme({
      services: { "google-analytics": { id: "G-1" }, BAD: {}, hotjar: true },
    });
    expect({ ...config._catalogue }).toEqual({ "google-analytics": { id: "G-1" } });
    expect(told).toEqual(["bad-id services.BAD", "wrong-type services.hotjar"]);
  });

  it("says that services are neither a list nor a map", () => {
    expect(acme({ services: "hotjar" })).toMatchObject({
      config: { services: [] },
      told: ["wrong-type services"],
    });
  });

  it.each([0, -1, 401, 1.5, "soon", NaN, Infinity, {}])("does not take %s for days", (days) => {
    const { config, told } = acme({ days });
    expect(config.days).toBe(180);
    expect(told).toEqual(["bad-days days"]);
  });

  it.each([1, 180, 400])("takes %s for days", (days) => {
    expect(acme({ days })).toMatchObject({ config: { days }, told: [] });
  });

  it.each([-1, 1.5, "next", 1_000_000_000])("does not take %s for a revision", (revision) => {
    const { config, told } = acme({ revision });
    expect(config.revision).toBe(1);
    expect(told).toEqual(["wrong-type revision"]);
  });

  it("takes true alone for hostOnly, and a text for the nonce", () => {
    expect(acme({ hostOnly: "yes", nonce: 5 }).config).toMatchObject({
      _hostOnly: false,
      nonce: "",
    });
    expect(acme({ hostOnly: true, nonce: "n1" }).config).toMatchObject({
      _hostOnly: true,
      nonce: "n1",
    });
  });

  it("takes signals by id or as they are made", () => {
    const signals = ["one", { id: "two" }, 3, { id: 4 }, null];
    expect(signalIds(acme({ signals }).config.signals)).toEqual(["one", "two"]);
    const byId = { one: {}, two: { wait: 5 } };
    expect(acme({ signals: byId }).config.signals, "with their options").toEqual(["one", "two"]);
  });

  it("survives getters that throw", () => {
    const hostile = {
      controller: { name: "Acme BV" },
      get days(): number {
        throw new Error("no");
      },
      get services(): object {
        throw new Error("no");
      },
    };
    expect(parse(hostile).config).toMatchObject({ _usable: true, days: 180, services: [] });
  });
});
