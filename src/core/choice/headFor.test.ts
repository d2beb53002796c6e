import { describe, expect, it } from "vitest";
import { parseGate } from "../config/parseGate.ts";
import { encodeCookie } from "./cookieText.ts";
import { cookieState } from "./cookieState.ts";
import { fingerprint } from "./fingerprint.ts";
import { headFor } from "./headFor.ts";

const NOW = Date.UTC(2026, 4, 3);
const YEARS = 800 * 86_400_000;
const gateOf = (options: object) =>
  parseGate({ controller: { name: "Acme BV" }, ...options }, () => {});
const stats = { id: "stats", category: "performance" };
// No service is in `marketing`: who was asked on pages that do not use it has no answer for it.
const gate = gateOf({ services: [stats] });
const choice = (answer: "_yes" | "_no", at = NOW, config = gate): string =>
  `consentry=${encodeCookie({
    ...{ id: "subject-0001", at: at / 1000, revision: 1, _yes: [], _no: [] },
    [answer]: ["performance"],
    _prints: [`performance.${fingerprint(config, "performance")}`],
  })}`;
const formOf = (header: string | null, config = gate) => headFor(cookieState(header, config, NOW));

describe("the head of a page that is rendered for a visitor", () => {
  it.each([
    ["has no cookie", null],
    ["has a cookie of someone else's", "a=1"],
    ["has a choice that has run out", choice("_yes", NOW - YEARS)],
    ["has two choices", `${choice("_yes")}; ${choice("_yes")}`],
  ])("asks who %s", (_what, header) => {
    expect(formOf(header)).toBe("asks");
  });

  it("asks where the page is everybody's, and by options by which no one can decide", () => {
    expect(headFor(undefined)).toBe("asks");
    expect(formOf(choice("_yes"), gateOf({ controller: {} }))).toBe("asks");
  });

  it("restores what was permitted, and has nothing to restore where all was refused", () => {
    expect(formOf(choice("_yes"))).toBe("decided");
    expect(formOf(choice("_no"))).toBe("refused");
  });

  it.each([
    ["is necessary", { category: "necessary", basis: "necessary" }],
    ["rests on a legitimate interest", { category: "marketing", basis: "legitimate-interest" }],
  ])("starts a service that %s for who has refused the rest", (_what, more) => {
    const other = gateOf({ services: [stats, { id: "other", reason: "Fraud", ...more }] });
    expect(formOf(choice("_no", NOW, other), other)).toBe("decided");
  });

  it("leaves one who has to be asked of a part anew to the library: it shows the banner only where nothing is stored", () => {
    const more = gateOf({ services: [{ id: "more", category: "performance" }] });
    expect(formOf(choice("_yes"), more)).toBe("refused");
  });
});
