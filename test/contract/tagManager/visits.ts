import fc from "fast-check";
import type { Intent } from "../../../src/core/choice/state.ts";
import type { GateConfig } from "../../../src/core/config/config.ts";
import { parseGate } from "../../../src/core/config/parseGate.ts";

const DAY = 86_400_000;
const BY = { source: "api", trusted: false } as const;
const CATEGORIES = ["functional", "performance", "marketing"];
/** Sites of up to three categories and services. */
const gates: fc.Arbitrary<GateConfig> = fc
  .record({
    categories: fc.subarray(CATEGORIES, { minLength: 1 }),
    basis: fc.constantFrom("consent", "legitimate-interest", "necessary"),
    used: fc.subarray(["google-analytics", "google-ads", "chat"]),
    revision: fc.integer({ min: 1, max: 3 }),
    days: fc.integer({ min: 1, max: 400 }),
  })
  .map(({ categories, basis, used, revision, days }) => {
    // The vendors' own categories: the guide says what a site does that moves them.
    const home: Record<string, string> = {
      "google-analytics": "performance",
      "google-ads": "marketing",
      chat: "functional",
    };
    const services = used
      .map((id) => ({ id, category: home[id]!, basis, reason: "Because." }))
      .filter(({ category }) => categories.includes(category));
    const options = { controller: { name: "Acme BV" }, categories, services, revision, days };
    return parseGate(options, () => {});
  });
const intents: fc.Arbitrary<Intent[]> = fc.array(
  fc.oneof(
    fc.constantFrom<Intent>({ kind: "accept-all", ...BY }, { kind: "reject-all", ...BY }),
    fc
      .record({
        choices: fc.dictionary(
          fc.constantFrom(...CATEGORIES, "google-ads", "google-analytics", "chat"),
          fc.boolean(),
        ),
        partial: fc.boolean(),
      })
      .map(({ choices, partial }): Intent => ({ kind: "save", choices, partial, ...BY })),
  ),
  { maxLength: 3 },
);
/** A site, and what its visitor decides in a row. */
export interface Story {
  gate: GateConfig;
  intents: Intent[];
}

/** The same, with what may have become of the cookie and the clock since. */
export interface Visit extends Story {
  /** The site for which the choice was made, where it was another. */
  other: GateConfig | null;
  edit: (text: string) => string;
  /** Two cookies of the name. */
  twice: boolean;
  /** Milliseconds since the choice. */
  later: number;
  /** By how much the revision of the choice differs. */
  revision: number;
}

export const story: fc.Arbitrary<Story> = fc.record({ gate: gates, intents });

/** What may happen to a text on the device: mostly nothing. */
const edit: fc.Arbitrary<(text: string) => string> = fc.oneof(
  { weight: 4, arbitrary: fc.constant((text: string) => text) },
  fc.record({ at: fc.nat(150), drop: fc.nat(3), put: fc.string({ maxLength: 3 }) }).map(
    ({ at, drop, put }) =>
      (text: string) =>
        text.slice(0, at) + put + text.slice(at + drop),
  ),
  fc
    .tuple(
      fc.constantFrom("yes=", "no=", "f=", "marketing", "performance", "&", "+", "1", "v=1&"),
      fc.constantFrom("yes=marketing+", "no=", "google-ads", "performance", "&&", "%2B", "%", ""),
    )
    .map(
      ([old, put]) =>
        (text: string) =>
          text.replace(old, put),
    ),
);
export const visit: fc.Arbitrary<Visit> = fc.record({
  gate: gates,
  other: fc.option(gates, { freq: 4 }),
  intents,
  edit,
  twice: fc.constantFrom(false, false, false, true),
  later: fc.constantFrom(0, 0, 0, DAY, 30 * DAY, 180 * DAY, 181 * DAY, 401 * DAY, -DAY, -2 * DAY),
  revision: fc.constantFrom(0, 0, 0, 1),
});
