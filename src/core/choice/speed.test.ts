import { describe, expect, it } from "vitest";
import { growth } from "../../../test/util/growth.ts";
import { parseConfig } from "../config/parseConfig.ts";
import { resume } from "./resume.ts";
import { storedChoice } from "./storedChoice.ts";

const acme = (options: object) => ({ controller: { name: "Acme BV" }, ...options });
const list = (count: number, make: (index: number) => unknown) =>
  Array.from({ length: count }, (_, index) => make(index));

describe("a configuration of any length takes time in proportion at most", () => {
  it.each<[what: string, make: (size: number) => unknown, small: number, big: number]>([
    ["categories", (size) => ({ categories: list(size, (i) => `c${i}`) }), 1000, 10_000],
    [
      "services",
      (size) => ({ services: list(size, (i) => ({ id: `s${i}`, category: "marketing" })) }),
      1000,
      10_000,
    ],
    // No more than a few hundred of them are looked at.
    ["holes", (size) => ({ services: new Array<unknown>(size) }), 500_000, 5_000_000],
  ])("of %s", (_what, make, small, big) => {
    const inputs = new Map([small, big].map((size) => [size, acme(make(size) as object)]));
    const run = (size: number): unknown =>
      resume(storedChoice([]), parseConfig(inputs.get(size)).config, 1e12);
    expect(growth(run, small, big)).toBeLessThan(30); // Its square would be a hundred.
  });
});
