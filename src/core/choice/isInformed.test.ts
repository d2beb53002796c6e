import { describe, expect, it } from "vitest";
import { isInformed } from "./isInformed.ts";
import type { ConsentEvent, Decision, Source } from "./state.ts";

const made = (event: ConsentEvent, source: Source): Decision => ({ event, source }) as Decision;
const PEOPLE: readonly Source[] = ["banner", "preferences", "placeholder", "toggle"];
const GRANTS: readonly ConsentEvent[] = ["given", "renewed", "changed"];

describe("isInformed", () => {
  it("refuses each grant of a person to whom nothing was shown", () => {
    for (const source of PEOPLE) {
      for (const event of GRANTS) {
        expect(isInformed(made(event, source), ""), `${source} ${event}`).toBe(false);
        expect(isInformed(made(event, source), "{}"), `${source} ${event}`).toBe(true);
      }
    }
  });

  it("lets anybody refuse and withdraw, whatever was shown", () => {
    for (const source of PEOPLE) {
      expect(isInformed(made("refused", source), "")).toBe(true);
      expect(isInformed(made("withdrawn", source), "")).toBe(true);
    }
  });

  it("lets the browser's signal refuse one category where another is permitted", () => {
    expect(isInformed(made("changed", "gpc"), "")).toBe(true);
  });

  it("leaves to the site what its own code, an import or an agent decides", () => {
    for (const source of ["api", "import", "agent"] as const) {
      expect(isInformed(made("given", source), "")).toBe(true);
    }
  });
});
