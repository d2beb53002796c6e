import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import type { Migration, MigrationWorld } from "../../core/config/parts.ts";
import { cookieTexts } from "../../lib/cookieTexts.ts";
import { cookiebot } from "./cookiebot.ts";
import { klaro } from "./klaro.ts";
import { oneTrust } from "./onetrust.ts";
import { tarteaucitron } from "./tarteaucitron.ts";
import { usercentrics } from "./usercentrics.ts";
import { vanillaCookieconsent } from "./vanilla-cookieconsent.ts";

vi.setConfig({ testTimeout: 60_000 });

const world = (cookie: string, local: Record<string, string> = {}): MigrationWorld => ({
  cookies: (name) => cookieTexts(cookie, name),
  local: (key) => (Object.hasOwn(local, key) ? local[key]! : null),
});
const read = (from: Migration, cookie: string, local?: Record<string, string>) =>
  from.read(world(cookie, local));

describe("every source", () => {
  const make = [oneTrust, cookiebot, usercentrics, klaro, vanillaCookieconsent, tarteaucitron];
  const KEYS = [
    "OptanonConsent",
    "OptanonAlertBoxClosed",
    "CookieConsent",
    "klaro",
    "cc_cookie",
    "tarteaucitron",
  ];
  const LOCAL = [
    "uc_settings",
    "ucData",
    "ucGcmStatus",
    "uc_user_interaction",
    "klaro",
    "cc_cookie",
  ];
  const noise = fc.oneof(
    fc.string({ unit: "binary", maxLength: 60 }),
    fc.json({ maxDepth: 3 }),
    fc.json({ maxDepth: 2 }).map(encodeURIComponent),
    fc.constantFrom(
      "true",
      "{__proto__:true,method:'explicit'}",
      '{"__proto__":true}',
      "!__proto__=true",
      "groups=__proto__:1,constructor:1",
    ),
  );

  it("throws at nothing, answers with booleans, and changes no prototype", () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom(...KEYS), noise),
        fc.dictionary(fc.constantFrom(...LOCAL), noise),
        (cookies, local) => {
          const cookie = Object.entries(cookies)
            .map(([key, value]) => `${key}=${value}`)
            .join("; ");
          for (const create of make) {
            const found = create({ map: { a: "performance" } }).read(world(cookie, local));
            if (!found) continue;
            expect(Object.getPrototypeOf(found.answers)).toBeNull();
            for (const answer of Object.values(found.answers)) expect(answer).toBeTypeOf("boolean");
          }
          expect("explicit" in {}).toBe(false);
        },
      ),
      { numRuns: 800 },
    );
  });

  it("takes nothing from a polluted Object.prototype", () => {
    const planted = [
      "services",
      "categories",
      "method",
      "consentTimestamp",
      "groups",
      "map",
      "name",
      "type",
    ];
    for (const key of planted) {
      Object.defineProperty(Object.prototype, key, { value: { a: true }, configurable: true });
    }
    const cookie = `klaro=%7B%7D; cc_cookie=%7B%7D; CookieConsent={a:1}; OptanonConsent=x; OptanonAlertBoxClosed=2025-03-03`;
    const found = make.map(
      (create) => read(create({} as never), cookie, { ucData: "{}" })?.answers ?? {},
    );
    for (const key of planted) Reflect.deleteProperty(Object.prototype, key);
    expect(found.map((answers) => Object.keys(answers))).toEqual(make.map(() => []));
  });

  it("makes do with any options", () => {
    for (const options of [
      undefined,
      null,
      1,
      "x",
      {},
      { map: 1 },
      { map: { a: 1, b: "", c: "ads" } },
    ]) {
      for (const create of make) {
        const { id, map } = create(options as never);
        expect(id).toMatch(/^[a-z-]+$/);
        expect(Object.keys(map).filter((name) => name != "c")).toEqual([]);
      }
    }
  });
});
