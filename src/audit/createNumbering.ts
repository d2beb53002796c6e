import { createHash } from "node:crypto";
import type { Finding, Raw } from "./finding.ts";

/**
 * Gives each finding an id that stays when lines move: from the rule, the place without its line, and what was
 * seen. The same thing seen again at the same place gets a number behind it.
 */
export function createNumbering(): (raw: Raw) => Finding {
  const seen = new Map<string, number>();
  return (raw) => {
    const { place, rule, service, what } = raw;
    const where = "file" in place ? place.file : `${new URL(place.page).pathname} ${place.state}`;
    const text = [rule, where, service, what].join("\n");
    const key = createHash("sha256").update(text).digest("hex").slice(0, 16);
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return { id: count > 1 ? `${key}-${count}` : key, ...raw };
  };
}
