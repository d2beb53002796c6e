import { readFileSync, readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { parseConfig } from "../../src/core/config/parseConfig.ts";
import { usualSignal } from "../../src/core/config/usualSignal.ts";
import type { Service } from "../../src/core/config/service.ts";
import en from "../../src/i18n/locales/en.ts";
import { isId } from "../../src/lib/isId.ts";
import { camelCase, services, signals } from "./catalogue.ts";

// What every service of the catalogue declares, read from every file in src/services.

const CATEGORIES = ["necessary", "functional", "performance", "marketing"];
/** What no longer exists says so when it is made. */
const ENDED = ["google-optimize"];
const LIFETIME = /^(session|persistent|[1-9]\d* (second|minute|hour|day|week|month|year)s?)$/;

test("the catalogue holds at least the 45 services that sites name", () => {
  expect(services.length).toBeGreaterThanOrEqual(46);
});

test("the types name every service, signal and tool of the catalogue, and no other", () => {
  const text = readFileSync("src/core/config/catalogueIds.ts", "utf8");
  const listed = text
    .split(/^export /m)
    .map((part) => part.match(/(?<=")[\w-]+(?=")/g) ?? [])
    .filter((ids) => ids.length);
  const tools = readdirSync("src/catalogue/migrations").filter((file) => /^[\w-]+\.ts$/.test(file));
  expect(listed).toEqual([
    services.map(({ id }) => id).toSorted(),
    signals.map(({ id }) => id).toSorted(),
    tools.map((file) => file.replace(/\.ts$/, "")).toSorted(),
  ]);
});

test("each service's signal is known before its file has come", () => {
  const named = services.map(({ id, make }) => [id, make().signals ?? []]);
  expect(services.map(({ id }) => [id, [usualSignal(id)].filter(Boolean)])).toEqual(named);
});

for (const { id, make, exported, source } of services) {
  const parse = (service: Service) =>
    parseConfig({
      controller: { name: "Acme" },
      categories: ["functional", "performance", "marketing"],
      services: [service],
    });

  test(`${id}: the file exports one factory, by its name and as default`, () => {
    expect(isId(id)).toBe(true);
    expect(Object.keys(exported).toSorted()).toEqual([camelCase(id), "default"].toSorted());
    expect(exported[camelCase(id)]).toBe(make);
    expect(make().id).toBe(id);
    // What the compiler knows of it is what it is.
    const { category } = make();
    expect(source).toContain(`const Category extends string = "${category}"`);
    expect(source).toContain(`Service<"${id}", Category>`);
  });

  test(`${id}: says who provides it, from where, what for`, () => {
    const service = make();
    expect(service.name).toMatch(/\S/);
    expect(service.provider?.name).toMatch(/\S/);
    expect(service.provider?.country).toMatch(/^[A-Z]{2}$/);
    expect((service.transfer ?? []).filter((code) => !/^[A-Z]{2}$/.test(code))).toEqual([]);
    expect(service.privacyUrl).toMatch(/^https:\/\/[\w.-]+\//);
    expect(CATEGORIES).toContain(service.category);
    expect(en).toHaveProperty([`purpose.${service.purpose}`]);
  });

  test(`${id}: asks for consent unless it is necessary and says why`, () => {
    const service = make();
    expect(service.basis).toBeUndefined();
    expect(Boolean(service.reason)).toBe(service.category == "necessary");
  });

  test(`${id}: stored items are narrow, dated and explained`, () => {
    const { storage } = make();
    const names = storage.map((item) => `${item.medium} ${item.party} ${item.name}`);
    expect(names).toEqual([...new Set(names)]);
    // A wildcard with less than three fixed characters would hit the site's own names.
    const broad = storage.filter(
      ({ name }) => name.includes("*") && name.replaceAll("*", "").length < 3,
    );
    expect(broad).toEqual([]);
    expect(storage.filter((item) => !LIFETIME.test(item.lifetime))).toEqual([]);
    expect(storage.filter((item) => !(`purpose.${item.purpose}` in en))).toEqual([]);
    // An erased objection would be forgotten.
    expect(storage.filter((item) => item.purpose == "optout" && !item.keep)).toEqual([]);
  });

  test(`${id}: hosts are plain host names`, () => {
    const HOST = /^(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)+$/;
    expect(make().hosts?.filter((host) => !HOST.test(host))).toEqual([]);
  });

  test(`${id}: parses without a finding`, () => {
    const { config, findings } = parse(make());
    expect(findings.map(({ code }) => code)).toEqual(ENDED.includes(id) ? ["service-ended"] : []);
    expect(config.services[0]).toMatchObject({ id, name: make().name });
  });

  test(`${id}: can run under legitimate interest, with a reason`, () => {
    const options = { category: "functional", basis: "legitimate-interest", reason: "Ours." };
    const { config, findings } = parse(make(options));
    expect(findings.length).toBe(ENDED.includes(id) ? 1 : 0);
    expect(config.services[0]).toMatchObject(options);
  });

  test(`${id}: everything common can be overridden`, () => {
    const given = {
      name: "Ours",
      category: "marketing",
      purpose: "tags",
      provider: { name: "We", country: "NL" },
      transfer: ["JP"],
      privacyUrl: "https://example.org/privacy",
      hosts: ["example.org"],
      storage: [{ name: "own", medium: "cookie", purpose: "state", lifetime: "session" }],
      signals: [],
    };
    expect(make(given)).toMatchObject(given);
    const more = { name: "more", medium: "cookie", purpose: "state", lifetime: "1 day" };
    expect(make({ erase: [more] }).storage).toEqual([...make().storage, more]);
  });

  test(`${id}: its sources and their confidence stand in its comment`, () => {
    const [confidence, ...others] = tags(source, "confidence");
    expect(others).toEqual([]);
    expect(["high", "medium", "low"]).toContain(confidence);
    expect(tags(source, "source").length).toBeGreaterThan(0);
    // What is less than certain says what is not.
    const doubts = tags(source, "unverified").length;
    expect(confidence == "high" || doubts > 0).toBe(true);
  });

  test(`${id}: the file is short and touches no page`, () => {
    expect(source.split("\n").length).toBeLessThanOrEqual(300);
    expect(source).not.toMatch(/\b(document|globalThis|navigator|localStorage)\./);
    expect(source).not.toMatch(/\b(innerHTML|insertAdjacentHTML|eval|new Function|RegExp)\b/);
  });
}

function tags(source: string, name: string): string[] {
  return [...source.matchAll(new RegExp(`^ \\* @${name} (.+)$`, "gm"))].map(
    ([, text]) => text ?? "",
  );
}
