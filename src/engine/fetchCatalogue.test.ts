import { describe, expect, it } from "vitest";
import { parseGate } from "../core/config/parseGate.ts";
import type { MakeService } from "./engine.ts";
import { explainCatalogue, type Fetched } from "./explainCatalogue.ts";
import { fetchCatalogue } from "./fetchCatalogue.ts";

const OPTIONS = { controller: { name: "Acme BV" } };
const stats = { id: "stats", category: "performance" };

/** Fetches `made` under the names that a site gave them. */
const fetched = async (made: Record<string, unknown>, options: object = {}) => {
  const problems: string[] = [];
  const given: unknown[] = [];
  const services = Object.fromEntries(Object.keys(made).map((id) => [id, { of: id }]));
  const config = parseGate({ ...OPTIONS, services, ...options }, () => {});
  const files = Object.values(made).map((one): Promise<MakeService> =>
    one instanceof Error
      ? Promise.reject(one)
      : Promise.resolve((option: object, id: string) => {
          given.push([option, id]);
          if (one == "throws") throw new Error("theirs");
          return one;
        }),
  );
  let mistakes: readonly Fetched[] | undefined;
  const complete = await fetchCatalogue(config, files, {
    report: (code, at) => problems.push(`${code} ${at}`),
    note: (code, at) => problems.push(`note ${code} ${at}`),
    onMistakes: (all) => (mistakes = all),
  });
  return { config, complete, problems, given, mistakes };
};

describe("the services of the catalogue", () => {
  it("are made by their files, each with its own options and id", async () => {
    const { config, complete, problems, given, mistakes } = await fetched({
      stats,
      heat: Promise.resolve({ id: "heat", category: "functional" }),
    });
    expect(given).toEqual([
      [{ of: "stats" }, "stats"],
      [{ of: "heat" }, "heat"],
    ]);
    expect(complete.services).toMatchObject([stats, { id: "heat", category: "functional" }]);
    expect(complete.categories).toEqual(["necessary", "functional", "performance", "marketing"]);
    expect(config.categories, "of the site, untouched").not.toContain("functional");
    expect([problems, mistakes]).toEqual([[], undefined]);
  });

  it("are left out where they cannot be had, and the others stay", async () => {
    const { complete, problems, mistakes } = await fetched({
      gone: new Error("404"),
      broken: "throws",
      stats,
    });
    expect(problems).toEqual(["service-unavailable gone", "service-unavailable broken"]);
    expect(complete.services.map(({ id }) => id)).toEqual(["stats"]);
    expect(mistakes).toBeUndefined();
  });

  it("are left out where they are none, or of a category that the site does not list", async () => {
    const none = await fetched({ odd: 5, stats });
    expect(none.complete.services.map(({ id }) => id)).toEqual(["stats"]);
    expect(none.mistakes!.map(([id]) => id)).toEqual(["odd", "stats"]);
    expect(none.problems).toEqual([expect.stringContaining("services.odd")]);
    const other = await fetched({ stats }, { categories: ["marketing"] });
    expect(other.complete.services).toEqual([]);
    expect(other.mistakes).toEqual([["stats", stats]]);
  });

  it("may find something wrong with their options, and are explained then", async () => {
    const findings = [{ code: "wrong-type", at: "siteId" }];
    const made = { ...stats, findings };
    const { complete, mistakes, problems } = await fetched({ mine: made });
    expect(complete.services).toHaveLength(1);
    expect([mistakes, problems]).toEqual([[["mine", made]], []]);
    expect((await fetched({ mine: { ...stats, findings: [] } })).mistakes).toBeUndefined();
  });
});

describe("mistakes in services of the catalogue", () => {
  it("are reported under the names that the site gave them", () => {
    const problems: unknown[] = [];
    explainCatalogue(
      { ...OPTIONS, contoller: 1, services: { first: {}, mine: {} } },
      [
        ["first", stats],
        ["mine", { id: "heat", category: "performance", stubs: "gtag" }],
      ],
      (code, at, names) => problems.push([code, at, names?.includes("controller")]),
    );
    expect(problems).toEqual([
      ["unknown-option", "contoller", true],
      ["wrong-type", "services.mine.stubs", undefined],
    ]);
  });

  it("are reported under the right name, however many services there are", () => {
    const problems: string[] = [];
    const made = Array.from({ length: 12 }, (_, index): Fetched => {
      const service = { ...stats, id: `stats-${index}`, ...(index == 11 && { stubs: "gtag" }) };
      return [`name-${index}`, service];
    });
    explainCatalogue(OPTIONS, made, (code, at) => problems.push(`${code} ${at}`));
    expect(problems).toEqual(["wrong-type services.name-11.stubs"]);
  });

  it("are reported also where the options are none", () => {
    const problems: string[] = [];
    explainCatalogue(null, [["mine", 5]], (code, at) => problems.push(`${code} ${at}`));
    expect(problems.some((one) => one.includes("services.mine"))).toBe(true);
  });
});
