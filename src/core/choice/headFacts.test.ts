import { describe, expect, it } from "vitest";
import type { GateConfig } from "../config/config.ts";
import { parseGate } from "../config/parseGate.ts";
import { encodeCookie } from "./cookieText.ts";
import { fingerprint } from "./fingerprint.ts";
import { headFacts } from "./headFacts.ts";

const ASKED = ["functional", "performance", "marketing"];
const subsets = ASKED.reduce<string[][]>(
  (found, id) => found.flatMap((ids) => [ids, [...ids, id]]),
  [[]],
);

/** A site whose categories `idle` are in no service. */
const site = (idle: readonly string[]): GateConfig => {
  const services = ASKED.filter((id) => !idle.includes(id)).map((id) => ({
    id: `${id}-1`,
    category: id,
  }));
  const gate = parseGate({ controller: { name: "Acme BV" }, services }, () => {});
  return { ...gate, categories: ["necessary", ...ASKED], _usable: true, _categoriesFixed: false };
};

describe("what the head reads a stored choice by", () => {
  it.each(subsets)(
    "wants a fingerprint of every category that is asked for everywhere, but for %s %s %s",
    (...some) => {
      const idle = some.filter(Boolean);
      const gate = site(idle);
      const text = new RegExp(headFacts(gate).text);
      const stored = (ids: readonly string[]): string =>
        encodeCookie({
          id: "subject-0001",
          at: 1_764_000_000,
          revision: 1,
          _yes: [],
          _no: [...ids],
          _prints: ids.map((id) => `${id}.${fingerprint(gate, id)}`),
        });
      for (const ids of subsets) {
        const isWhole = ASKED.every((id) => idle.includes(id) || ids.includes(id));
        expect(text.test(stored(ids)), ids.join()).toBe(isWhole);
      }
      // Nothing else stands between them, and nothing in front or behind.
      const whole = stored(ASKED);
      for (const other of [
        whole.replace("+performance.", "performance."),
        whole.replace("f=", "f=x"),
        `${whole}x`,
      ]) {
        expect(text.test(other), other).toBe(false);
      }
    },
  );
});
