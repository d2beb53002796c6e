// The small rules beside `resume` and `decide`.
import { describe, expect, it } from "vitest";
import { parseGate } from "../config/parseGate.ts";
import { decide } from "./decide.ts";
import { gpcIntent } from "./gpcIntent.ts";
import { optionalCategories } from "./optionalCategories.ts";
import { prefer } from "./prefer.ts";
import { resume } from "./resume.ts";
import { storedChoice } from "./storedChoice.ts";
import { withCategory } from "./withCategory.ts";

const config = parseGate(
  {
    controller: { name: "Acme BV" },
    services: [
      { id: "stats", category: "performance" },
      { id: "ads", category: "marketing" },
      { id: "maps", category: "marketing", basis: "legitimate-interest", reason: "The way." },
    ],
  },
  () => {},
);

describe("what is stored", () => {
  it("is none, one, or ambiguous", () => {
    expect(storedChoice([])).toEqual({ _is: "none", _text: "" });
    expect(storedChoice(["v=1"])).toEqual({ _is: "one", _text: "v=1" });
    expect(storedChoice([""])).toEqual({ _is: "one", _text: "" });
    // Nothing of several is kept: no part of the code may take one for the choice.
    for (const texts of [
      ["a", "b"],
      ["a", "b", "c"],
      ["", ""],
    ]) {
      expect(storedChoice(texts)).toEqual({ _is: "ambiguous", _text: "" });
    }
  });
});

describe("a category", () => {
  it("is optional unless it is necessary", () => {
    expect(optionalCategories(config)).toEqual(["performance", "marketing"]);
  });

  it("carries the services that ask for consent in it, and where it objects, all", () => {
    expect(withCategory("marketing", true, config)).toEqual({ marketing: true, ads: true });
    expect(withCategory("marketing", false, config, true)).toEqual({
      marketing: false,
      ads: false,
      maps: false,
    });
  });
});

describe("Global Privacy Control", () => {
  it("refuses what it covers and waits for an answer, its legitimate interests too", () => {
    expect(gpcIntent({ pending: ["performance", "marketing"] }, config, ["marketing"])).toEqual({
      kind: "save",
      choices: { marketing: false, ads: false, maps: false },
      partial: true,
      source: "gpc",
      trusted: false,
    });
  });

  it("makes what the visitor permits besides no younger, whatever lapsed", () => {
    const facts = { now: 3e12, newId: "subject-0002" };
    const before = decide(
      resume(storedChoice([]), config, 2e12),
      {
        kind: "save",
        choices: { performance: true },
        partial: true,
        source: "banner",
        trusted: true,
      },
      config,
      { ...facts, now: 2e12 },
    ).state;
    for (const lapse of [null, "invalidated"] as const) {
      const { state, event } = decide(
        { ...before, lapse },
        gpcIntent(before, config, ["marketing"])!,
        config,
        facts,
      );
      expect(event).toBe("changed");
      expect(state).toMatchObject({ decidedAt: 2e12, expiresAt: before.expiresAt, pending: [] });
      expect([state.categories["performance"], state.refused]).toEqual([
        true,
        ["marketing", "ads", "maps"],
      ]);
    }
  });

  it("asks for nothing where the visitor has chosen, or it covers nothing", () => {
    expect(gpcIntent({ pending: ["performance"] }, config, ["marketing"])).toBeNull();
    expect(gpcIntent({ pending: ["marketing"] }, config, [])).toBeNull();
  });
});

describe("two texts of the same moment", () => {
  const text = (yes: string, no: string): string =>
    `v=1&id=abcdefgh&t=1&r=1&yes=${yes}&no=${no}&f=`;
  const refusal = text("", "marketing+performance");

  it("leave the refusal of everything, whichever was first", () => {
    const grant = text("marketing+performance", "");
    expect(prefer(refusal, grant)).toBe(refusal);
    expect(prefer(grant, refusal)).toBe(refusal);
  });

  it("leave the refusal of everything also where an earlier version named its visitor", () => {
    const named = refusal.replace("id=abcdefgh", "id=zzzzzzzz");
    const grant = text("marketing+performance", "");
    expect(prefer(named, grant)).toBe(named);
    expect(prefer(grant, named)).toBe(named);
  });

  it("leave the same one to both tabs", () => {
    const one = text("marketing", "performance");
    const other = text("performance", "marketing");
    expect(prefer(one, other)).toBe(prefer(other, one));
    expect(prefer(one, one)).toBe(one);
  });
});
