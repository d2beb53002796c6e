import { describe, expect, it } from "vitest";
import { measure } from "../../scripts/size.mjs";

describe("the weight of what a page fetches (brotli, bytes)", () => {
  const rows = measure();

  it("is known for a first and a returning visit", () => {
    expect(rows.map(({ what }) => what)).toEqual(
      expect.arrayContaining(["returning visitor", "first visit, until the banner stands"]),
    );
  });

  it.each(rows)("$what stays within $limit", ({ bytes, limit, problem }) => {
    expect(problem).toBe("");
    expect(bytes).toBeGreaterThan(0);
    expect(bytes).toBeLessThanOrEqual(limit);
  });
});
