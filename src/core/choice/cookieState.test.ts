import { describe, expect, it } from "vitest";
import { parseGate } from "../config/parseGate.ts";
import { cookieState } from "./cookieState.ts";
import { encodeCookie } from "./cookieText.ts";
import { fingerprint } from "./fingerprint.ts";
import { permits } from "./permits.ts";

const NOW = Date.UTC(2026, 4, 3);
const gateOf = (options: object = {}) =>
  parseGate(
    {
      controller: { name: "Acme BV" },
      services: [{ id: "stats", category: "performance" }],
      ...options,
    },
    () => {},
  );
const gate = gateOf();
const CHOICE = encodeCookie({
  id: "subject-0001",
  at: NOW / 1000,
  revision: 1,
  _yes: ["performance"],
  _no: ["marketing"],
  _prints: ["performance", "marketing"].map((id) => `${id}.${fingerprint(gate, id)}`),
});
const grants = (header: string | null | undefined, config = gate): boolean =>
  permits(cookieState(header, config, NOW), "stats");

describe("the state that a Cookie header says", () => {
  it.each<[what: string, header: string | null | undefined, permitted: boolean]>([
    ["is the choice stored under our name", `consentry=${CHOICE}`, true],
    ["is found among other cookies", `a=1; consentry=${CHOICE}; b=2`, true],
    ["is found where a server or a proxy has encoded it", enc(CHOICE), true],
    ["is undecided without a header", undefined, false],
    ["is undecided for a header that is null", null, false],
    ["is undecided for an empty header", "", false],
    ["is undecided where the cookie is doubled", `consentry=${CHOICE}; consentry=${CHOICE}`, false],
    ["is undecided where the text cannot be decoded", `consentry=${CHOICE}%E0%A4`, false],
    ["is undecided for another tool's cookie", `consent=${CHOICE}`, false],
  ])("%s", (_what, header, permitted) => {
    expect(grants(header)).toBe(permitted);
    expect(cookieState(header, gate, NOW).status).toBe(permitted ? "decided" : "undecided");
  });

  it("is read from the cookie of the host alone where the site binds it to one host", () => {
    const bound = gateOf({ hostOnly: true });
    expect(grants(`__Host-consentry=${CHOICE}`, bound)).toBe(true);
    expect(grants(`consentry=${CHOICE}`, bound), "a neighbour may have planted it").toBe(false);
    expect(grants(`__Host-consentry=${CHOICE}`)).toBe(false);
  });

  it("takes no longer to read for what a client makes up than for what a browser keeps", () => {
    const padded = (length: number): string => {
      const more = "x".repeat(length - CHOICE.length - "+marketing.".length);
      return `consentry=${CHOICE}+marketing.${more}%E0%A4`;
    };
    // What lies behind is not even decoded.
    expect(cookieState(padded(4200), gate, NOW).status).toBe("decided");
    expect(cookieState(padded(4190), gate, NOW).status).toBe("undecided");
  });
});

function enc(text: string): string {
  return `consentry=${encodeURIComponent(text)}`;
}
