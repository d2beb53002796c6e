import { describe, expect, it } from "vitest";
import { explain } from "./explain.ts";

describe("explain", () => {
  it("says in a sentence what is wrong and where", () => {
    expect(explain({ code: "unknown-option", at: "contoller" })).toContain("“contoller”");
    expect(explain({ code: "config-unreadable", at: "" })).toContain("this page");
  });

  it("takes the place as it is, dollar signs and braces too", () => {
    expect(explain({ code: "unknown-option", at: "$& $1 {at}" })).toContain("“$& $1 {at}”");
  });

  it("asks for the name that was meant, where one is near to the last part of the place", () => {
    const names = ["siteId", "host"];
    const said = explain({ code: "unknown-option", at: "services.matomo.siteld", names });
    expect(said).toMatch(/^\S.*“services\.matomo\.siteld”.* Did you mean “siteId”\?$/);
    expect(explain({ code: "unknown-option", at: "hots", names })).toMatch(/mean “host”\?$/);
    for (const none of [{ names: ["zebra"] }, {}]) {
      const plain = explain({ code: "unknown-option", at: "services.matomo.siteld", ...none });
      expect(said.startsWith(plain)).toBe(true);
      expect(plain).not.toContain("Did you mean");
    }
  });
});
