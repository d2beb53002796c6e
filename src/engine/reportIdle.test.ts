import { describe, expect, it } from "vitest";
import { bareEngine } from "../../test/util/bareEngine.ts";
import { idleServices } from "./idleServices.ts";
import { reportFindings } from "./reportFindings.ts";
import { reportIdle } from "./reportIdle.ts";

const load = (): void => {};
const named = new Set(["marked", "functional"]);
const idle = (...services: object[]): string[] =>
  idleServices(bareEngine({ services }).engine._config, named).map(({ id }) => id);

describe("a service that nothing starts", () => {
  it.each<[what: string, fields: object, isIdle: boolean]>([
    ["it has no loader, no signal and no mark", {}, true],
    ["it has a loader", { load }, false],
    ["a signal starts it", { signals: ["google"] }, false],
    ["a mark names it", { id: "marked" }, false],
    ["a mark names its category", { category: "functional" }, false],
    ["it needs no consent", { basis: "legitimate-interest", reason: "r" }, false],
  ])("is idle or not where %s", (_what, fields, isIdle) => {
    const service = { id: "stats", category: "performance", ...fields };
    expect(idle(service)).toEqual(isIdle ? [service.id] : []);
  });

  it("is idle for no one to see where a tag manager starts others", () => {
    const stats = { id: "stats", category: "performance" };
    const tags = { id: "gtm", category: "performance", purpose: "tags" };
    expect(idle(stats, { ...tags, load })).toEqual([]);
    expect(idle(stats, tags), "one that is only declared starts nothing").toEqual(["stats", "gtm"]);
    expect(idle(stats, { ...tags, purpose: "measure", load })).toEqual(["stats"]);
  });

  it("is reported, but for one of the catalogue, whose options said so already", () => {
    const { engine, problems } = bareEngine({
      services: [
        { id: "stats", category: "performance" },
        { id: "heat", category: "performance", findings: [] },
      ],
    });
    reportIdle(engine, named);
    expect(problems).toEqual(["service-idle stats"]);
  });
});

describe("what a service found wrong with its own options", () => {
  it("is reported where the site wrote it, with the names that it may have meant", () => {
    const problems: unknown[] = [];
    const report = (...problem: unknown[]) => problems.push(problem);
    const findings = [
      { code: "unknown-option", at: "sietId", names: ["siteId"] },
      { code: "internal" },
    ];
    reportFindings({ findings }, "services.stats", report);
    reportFindings({}, "services.none", report);
    reportFindings(
      { findings: Array(60).fill(findings[1]) },
      "services.many",
      () => void problems.push("many"),
    );
    expect(problems.slice(0, 2)).toEqual([
      ["unknown-option", "services.stats.sietId", ["siteId"]],
      ["internal", "services.stats", undefined],
    ]);
    expect(problems).toHaveLength(52);
  });
});
