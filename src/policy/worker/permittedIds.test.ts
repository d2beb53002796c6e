import fc from "fast-check";
import { expect, it } from "vitest";
import { choiceFacts } from "../../build/policy/writePolicies.ts";
import { cookieState } from "../../core/choice/cookieState.ts";
import { decide } from "../../core/choice/decide.ts";
import { resume } from "../../core/choice/resume.ts";
import { storedChoice } from "../../core/choice/storedChoice.ts";
import { toCookie } from "../../core/choice/toCookie.ts";
import type { Options } from "../../core/config/options.ts";
import { parseGate } from "../../core/config/parseGate.ts";
import { permittedIds } from "./permittedIds.ts";

const own = { storage: [] };
const options = (name: string, revision: number): Options => ({
  controller: { name },
  revision,
  services: [
    { id: "stats", name: "S", category: "performance", ...own },
    { id: "ads", name: "A", category: "marketing", ...own },
    { id: "pixel", name: "P", category: "marketing", ...own },
    { id: "shop", name: "H", category: "necessary", reason: "Basket.", ...own },
    {
      id: "fraud",
      name: "F",
      category: "performance",
      basis: "legitimate-interest",
      reason: "Bots.",
      ...own,
    },
  ],
});
const IDS = ["performance", "marketing", "stats", "ads", "pixel", "fraud"];
const NOW = 1_800_000_000_000;

it("permits what the engine permits, for any cookie", () => {
  const config = parseGate(options("Acme", 1), () => {});
  const cookie = fc
    .record({
      name: fc.constantFrom("Acme", "Acme", "Acme", "Other"),
      revision: fc.constantFrom(1, 1, 1, 2),
      choices: fc.dictionary(fc.constantFrom(...IDS), fc.boolean()),
      partial: fc.boolean(),
      at: fc.constantFrom(NOW, NOW - 86_400_000, NOW - 181 * 86_400_000, NOW + 2 * 86_400_000),
      bend: fc.option(fc.tuple(fc.nat(300), fc.constantFrom("", "+", "&", "x", "ads", "=")), {
        freq: 3,
      }),
    })
    .map(({ name, revision, choices, partial, at, bend }) => {
      const other = parseGate(options(name, revision), () => {});
      const { state } = decide(
        resume(storedChoice([]), other, at),
        { kind: "save", choices, source: "api", trusted: false, partial },
        other,
        { now: at, newId: "subject-0001" },
      );
      const text = toCookie(state, other);
      return bend ? text.slice(0, bend[0]) + bend[1] + text.slice(bend[0]) : text;
    });
  fc.assert(
    fc.property(fc.array(cookie, { maxLength: 2 }), (texts) => {
      const header = texts.map((text) => `consentry=${text}`).join("; ");
      const { services } = cookieState(header, config, NOW);
      const wanted = Object.keys(services).filter((id) => services[id]);
      expect(permittedIds(choiceFacts(config), texts, NOW / 1000).toSorted()).toEqual(
        wanted.toSorted(),
      );
    }),
    { numRuns: 600 },
  );
});
