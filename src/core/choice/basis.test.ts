import { describe, expect, it } from "vitest";
import { parseService } from "../config/parseService.ts";

const parse = (value: unknown, categories = ["necessary", "performance"], fixed = false) => {
  const told: string[] = [];
  const service = parseService(value, "services[0]", categories, fixed, (code, at) =>
    told.push(`${code} ${at}`),
  );
  return { service, told, categories };
};

describe("parseService", () => {
  it.each(["none", "", "Consent", "necessary ", "xnecessary", 1, true])(
    "asks for consent where the basis is %j",
    (basis) => {
      const value = { id: "stats", category: "performance", basis, reason: "Because." };
      expect(parse(value).service!.basis).toBe("consent");
    },
  );
});
