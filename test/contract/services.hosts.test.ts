import { describe, expect, it, test } from "vitest";
import { lets } from "../../scripts/policyOracle.mjs";
import { hostTable } from "../../src/catalogue/hosts/hostKinds.ts";
import { parseGate } from "../../src/core/config/parseGate.ts";
import { decide } from "../../src/core/choice/decide.ts";
import { resume } from "../../src/core/choice/resume.ts";
import { storedChoice } from "../../src/core/choice/storedChoice.ts";
import type { State } from "../../src/core/choice/state.ts";
import { createPolicy } from "../../src/policy/createPolicy.ts";
import { DIRECTIVE } from "../../src/policy/serviceSources.ts";
import { expectations } from "./calls/all.ts";
import { declared } from "./calls/declared.ts";
import { services } from "./catalogue.ts";
import { fakePage } from "./fakePage.ts";

// What a policy made from consent lets a permitted service of the catalogue do, and what it stops before.

const hosts = (id: string): readonly string[] =>
  services.find((one) => one.id == id)!.make().hosts ?? [];

describe("the table of hosts by kind", () => {
  it("says of each host of each service what it answers, and of no other", () => {
    for (const { id } of services) {
      expect([id, Object.keys(hostTable[id]?.hosts ?? {}).toSorted()]).toEqual([
        id,
        [...hosts(id)].toSorted(),
      ]);
    }
    expect(Object.keys(hostTable).filter((id) => !services.some((one) => one.id == id))).toEqual(
      [],
    );
  });

  it("names kinds that there are, each once, with a source and a confidence", () => {
    for (const [id, facts] of Object.entries(hostTable)) {
      for (const kinds of Object.values(facts.hosts)) {
        const list = kinds.split(" ");
        expect([id, list.filter((kind) => !Object.hasOwn(DIRECTIVE, kind))]).toEqual([id, []]);
        expect([id, new Set(list).size]).toEqual([id, list.length]);
      }
      expect(facts.sources.length).toBeGreaterThan(0);
      expect(["high", "medium", "low"]).toContain(facts.confidence);
    }
  });
});

/** Headers of a site with one service before any decision and after consent to all. */
function policies(
  id: string,
  given?: object,
): { before: string; after: string; problems: unknown } {
  const service = {
    ...services.find((one) => one.id == id)!.make(given),
    basis: "consent" as const,
  };
  const options = {
    controller: { name: "Acme BV" },
    services: [{ ...service, category: "marketing" }],
  };
  const policyFor = createPolicy(options);
  const config = parseGate(options, () => {});
  const state = resume(storedChoice([]), config, 1000);
  const yes: State = decide(state, { kind: "accept-all", source: "api", trusted: false }, config, {
    now: 1000,
    newId: "subject-0001",
  }).state;
  return {
    before: policyFor(state).text,
    after: policyFor(yes).text,
    problems: policyFor(yes).problems,
  };
}

for (const [id, expected] of Object.entries(expectations)) {
  test(`${id}: its policy lets its scripts through when it is permitted, and not before`, async () => {
    const page = fakePage(expected.vendor, expected.returns);
    if (expected.present) page.install(expected.vendor ?? []);
    const service = services.find((one) => one.id == id)!.make(expected.options);
    await service.load?.(page.context);
    const { before, after, problems } = policies(id, expected.options);
    expect(problems).toEqual([]);
    for (const { url } of page.scripts) {
      expect([url, lets(after, "script-src", url), lets(before, "script-src", url)]).toEqual([
        url,
        true,
        false,
      ]);
    }
  });
}

for (const [id, { frame, script, style }] of Object.entries(declared)) {
  const asked = [
    ["frame-src", frame],
    ["script-src", script],
    ["style-src", style],
  ].filter((pair): pair is [string, string] => !!pair[1]);
  if (!asked.length) continue;
  test(`${id}: its policy lets its markup through when it is permitted, and not before`, () => {
    const { before, after } = policies(id);
    const found = asked.map(([kind, url]) => [
      kind,
      lets(after, kind, url),
      lets(before, kind, url),
    ]);
    expect(found).toEqual(asked.map(([kind]) => [kind, true, false]));
  });
}
