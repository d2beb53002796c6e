import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import type { GateConfig } from "../config/config.ts";
import { decodeCookie, encodeCookie } from "./cookieText.ts";
import { decide } from "./decide.ts";
import { growth } from "../../../test/util/growth.ts";
import { parseConfig } from "../config/parseConfig.ts";
import { parseGate } from "../config/parseGate.ts";
import { permits } from "./permits.ts";
import { resume } from "./resume.ts";
import { storedChoice } from "./storedChoice.ts";
import type { Intent, State } from "./state.ts";
import { toCookie } from "./toCookie.ts";

// Two slow cores may take their time; each case is still quick.
vi.setConfig({ testTimeout: 60_000 });

const NOW = Date.UTC(2026, 4, 3, 10);
const RUNS = { numRuns: 5000 };

const id = fc.stringMatching(/^[a-z][a-z0-9-]{0,5}$/);
const basis = fc.constantFrom("consent", "legitimate-interest", "necessary", undefined);
/** Configurations with up to four categories and six services of every basis. */
const config: fc.Arbitrary<GateConfig> = fc
  .tuple(fc.uniqueArray(id, { maxLength: 4 }), fc.uniqueArray(id, { maxLength: 6 }))
  .chain(([categories, ids]) =>
    fc
      .tuple(
        ...ids.map((one) =>
          fc.record({
            id: fc.constant(one),
            category: fc.constantFrom("necessary", ...categories),
            basis,
            reason: fc.constantFrom("Because.", undefined),
          }),
        ),
      )
      .map((services) =>
        parseGate({ controller: { name: "Acme BV" }, categories, services }, () => {}),
      ),
  );

const intent = (ids: readonly string[]): fc.Arbitrary<Intent> => {
  const one = ids.length ? fc.constantFrom(...ids) : fc.constant("nothing");
  const by = { source: "api", trusted: false } as const;
  return fc.oneof(
    fc.constantFrom<Intent>({ kind: "accept-all", ...by }, { kind: "reject-all", ...by }),
    fc.dictionary(one, fc.boolean()).map((choices): Intent => ({ kind: "save", choices, ...by })),
    one.map((which): Intent => ({ kind: "withdraw", id: which, ...by })),
    fc.constant<Intent>({ kind: "withdraw", ...by }),
  );
};
/** A configuration and a few decisions in a row. */
const story = config.chain((gate) =>
  fc.record({
    gate: fc.constant(gate),
    intents: fc.array(intent([...gate.categories, ...gate.services.map((one) => one.id)]), {
      minLength: 1,
      maxLength: 4,
    }),
  }),
);
const follow = (
  gate: GateConfig,
  intents: readonly Intent[],
  from = resume(storedChoice([]), gate, NOW),
): State =>
  intents.reduce(
    (state, one) => decide(state, one, gate, { now: NOW, newId: "subject-0001" }).state,
    from,
  );
const answers = ({ categories, services }: State) => ({
  categories: { ...categories },
  services: { ...services },
});
const optional = (gate: GateConfig, state: State): string[] => [
  ...gate.categories.filter((one) => one != "necessary" && permits(state, one)),
  ...gate.services
    .filter((one) => one.basis != "necessary" && permits(state, one.id))
    .map((one) => one.id),
];

const SITE = parseGate(
  {
    controller: { name: "Acme BV" },
    services: [
      { id: "stats", category: "performance" },
      { id: "ads", category: "marketing" },
    ],
  },
  () => {},
);
const GOOD = toCookie(follow(SITE, [{ kind: "accept-all", source: "api", trusted: false }]), SITE);

describe("over any configuration and any decisions", () => {
  it("the cookie gives back every category and service", () => {
    fc.assert(
      fc.property(story, ({ gate, intents }) => {
        const state = follow(gate, intents);
        const text = toCookie(state, gate);
        const back = resume(storedChoice([text]), gate, NOW);
        expect(answers(back)).toEqual(answers(state));
        expect(back.status).toBe("decided");
        const { _yes: yes } = decodeCookie(text)!;
        expect(back.subjectId).toBe(yes.length ? "subject-0001" : null);
        expect(state.subjectId).toBe(back.subjectId);
        expect(encodeCookie(decodeCookie(text)!)).toBe(text);
        expect(toCookie(back, gate)).toBe(text);
      }),
      RUNS,
    );
  });

  it("accept all, then reject all, permits nothing optional", () => {
    fc.assert(
      fc.property(story, ({ gate, intents }) => {
        const by = { source: "api", trusted: false } as const;
        const all = follow(gate, [...intents, { kind: "accept-all", ...by }]);
        expect(Object.values({ ...all.categories, ...all.services })).not.toContain(false);
        const none = follow(gate, [{ kind: "reject-all", ...by }], all);
        expect(optional(gate, none)).toEqual([]);
        expect(follow(gate, [{ kind: "withdraw", ...by }], all)).toEqual({ ...none });
      }),
      RUNS,
    );
  });

  it("what is gained and lost is exactly what changed, and necessary is neither", () => {
    fc.assert(
      fc.property(story, ({ gate, intents }) => {
        let state = resume(storedChoice([]), gate, NOW);
        for (const one of intents) {
          const decision = decide(state, one, gate, { now: NOW, newId: "subject-0001" });
          for (const which of [...gate.categories, ...gate.services.map((service) => service.id)]) {
            const [before, after] = [permits(state, which), permits(decision.state, which)];
            expect(decision.gained.includes(which)).toBe(!before && after);
            expect(decision.lost.includes(which)).toBe(before && !after);
          }
          expect(permits(decision.state, "necessary")).toBe(true);
          state = decision.state;
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe("over any cookie", () => {
  /** Noise, and good cookies with something cut, put in or turned. */
  const text = fc.oneof(
    fc.string({ unit: "binary", maxLength: 200 }),
    fc
      .tuple(fc.nat(GOOD.length), fc.nat(20), fc.string({ maxLength: 8 }))
      .map(([at, cut, put]) => GOOD.slice(0, at) + put + GOOD.slice(at + cut)),
    fc
      .array(fc.constantFrom("v=1", "yes=performance", "no=", "r=1", "t=0", "id=abcdefgh", "f="))
      .map((parts) => parts.join("&")),
  );

  it("nothing is thrown, and nothing is permitted unless it is whole", () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 2 }), (texts) => {
        const state = resume(storedChoice(texts), SITE, NOW);
        const choice = texts.length == 1 ? decodeCookie(texts[0]!) : null;
        for (const one of ["performance", "marketing", "stats", "ads"]) {
          if (permits(state, one)) expect(choice?._yes.length).toBeGreaterThan(0);
          if (!choice) expect(state.categories[one] ?? state.services[one]).toBe(false);
        }
        expect(state.status == "decided" && !choice).toBe(false);
      }),
      RUNS,
    );
  });
});

describe("over any options", () => {
  const roots = [Object.prototype, Array.prototype, Function.prototype];
  const shape = () => roots.map((root) => Reflect.ownKeys(root).length);
  const value = fc.anything({ maxDepth: 2, maxKeys: 3, withBigInt: true, withDate: true });
  const text = fc.oneof(id, fc.string(), fc.integer(), fc.constantFrom(null, undefined, true));
  const service = fc.record(
    { id: text, category: text, basis: text, reason: value, storage: value, provider: value },
    { requiredKeys: [] },
  );
  const options = fc.record(
    {
      controller: fc.record({ name: text, url: value, email: value }, { requiredKeys: [] }),
      categories: fc.oneof(fc.array(text), fc.dictionary(fc.string(), value), text),
      services: fc.oneof(fc.array(service), fc.dictionary(fc.string(), value), text),
      texts: fc.dictionary(fc.string(), value),
      policyUrl: value,
      layout: value,
      language: value,
      reload: value,
      hostOnly: value,
      nonce: value,
      days: text,
      revision: text,
      signals: fc.array(text),
      ["__proto__"]: fc.constant({ days: 3 }),
    },
    { requiredKeys: [], noNullPrototype: true },
  );

  it("nothing is thrown and no prototype changes", () => {
    const before = shape();
    fc.assert(
      fc.property(options, (given) => {
        const { config: parsed, findings } = parseConfig(given);
        expect(findings.length).toBeLessThanOrEqual(51);
        expect(
          optional(parsed, resume(storedChoice([]), parsed, NOW)).every(
            (one) =>
              parsed.services.find((service) => service.id == one)?.basis == "legitimate-interest",
          ),
        ).toBe(true);
      }),
      RUNS,
    );
    expect(shape()).toEqual(before);
  });

  it("cycles, 10,000 unknown keys and proxies that throw are read in proportion to their size", () => {
    const cycle: Record<string, unknown> = { controller: { name: "Acme BV" } };
    cycle["self"] = cycle["texts"] = cycle["categories"] = cycle;
    const keys = (count: number): unknown => {
      const many: Record<string, unknown> = { controller: { name: "Acme BV" } };
      for (let i = 0; i < count; i++) many[`key${i}`] = many;
      return many;
    };
    const many = new Map([2500, 10_000].map((count) => [count, keys(count)]));
    const trap = (): never => {
      throw new Error("trap");
    };
    const hostile = new Proxy({}, { get: trap, ownKeys: trap, has: trap, getPrototypeOf: trap });
    const inside = { controller: hostile, texts: hostile, services: hostile, categories: hostile };
    for (const given of [cycle, hostile, inside]) expect(parseConfig(given).config).toBeDefined();
    expect(growth((count) => parseConfig(many.get(count)), 2500, 10_000)).toBeLessThan(12);
  });
});
