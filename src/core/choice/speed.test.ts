import { describe, expect, it } from "vitest";
import { parseConfig } from "../config/parseConfig.ts";
import { resume } from "./resume.ts";

const acme = (options: object) => ({ controller: { name: "Acme BV" }, ...options });
const list = (count: number, make: (index: number) => unknown) =>
  Array.from({ length: count }, (_, index) => make(index));

describe("takes less than 50 ms", () => {
  it.each<[what: string, input: unknown]>([
    ["10,000 categories", acme({ categories: list(10_000, (i) => `c${i}`) })],
    [
      "10,000 services",
      acme({ services: list(10_000, (i) => ({ id: `s${i}`, category: "marketing" })) }),
    ],
    ["a list of five million holes", acme({ services: new Array<unknown>(5e6) })],
  ])("for %s", (_what, input) => {
    const start = performance.now();
    resume([], parseConfig(input).config, 1e12);
    expect(performance.now() - start).toBeLessThan(50);
  });
});
