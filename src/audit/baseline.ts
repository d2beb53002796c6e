import type { Finding } from "./finding.ts";

/** One finding that someone accepted, why, and until when. */
export interface Accepted {
  id: string;
  rule: string;
  /** For who reads the file: place and what was seen. */
  what: string;
  reason: string;
  /** The last day, `2027-06-30`. After it the finding counts again. */
  until: string;
}

/** Findings that count, and those that a baseline accepts. */
export interface Sifted {
  open: Finding[];
  accepted: Finding[];
  /** Entries whose day is over, or whose finding is gone. */
  expired: Accepted[];
  gone: Accepted[];
}

/** Reads a baseline. Throws an `Error` that names the entry and what is wrong with it. */
export function parseBaseline(text: string): Accepted[] {
  const value: unknown = JSON.parse(text);
  const list = (value as { accepted?: unknown } | null)?.accepted;
  if (!Array.isArray(list)) throw new Error("It has no list `accepted`.");
  return list.map((entry: unknown, index) => {
    const { id, rule, what, reason, until } = Object(entry) as Partial<Record<string, unknown>>;
    const at = `accepted[${index}]`;
    if (typeof id != "string" || !id) throw new Error(`${at} has no id.`);
    if (typeof reason != "string" || reason.trim().length < 3) {
      throw new Error(`${at} gives no reason.`);
    }
    if (typeof until != "string" || !/^\d{4}-\d\d-\d\d$/.test(until) || isNaN(Date.parse(until))) {
      throw new Error(`${at} names no last day, such as 2027-06-30, in until.`);
    }
    const words = (given: unknown): string => (typeof given == "string" ? given : "");
    return { id, rule: words(rule), what: words(what), reason, until };
  });
}

/** @param today `2026-11-28`. */
export function sift(
  findings: readonly Finding[],
  accepted: readonly Accepted[],
  today: string,
): Sifted {
  const valid = new Map(
    accepted.filter(({ until }) => until >= today).map((entry) => [entry.id, entry]),
  );
  const ids = new Set(findings.map(({ id }) => id));
  return {
    open: findings.filter(({ id }) => !valid.has(id)),
    accepted: findings.filter(({ id }) => valid.has(id)),
    expired: accepted.filter(({ until }) => until < today),
    gone: accepted.filter(({ id }) => !ids.has(id)),
  };
}

/** A baseline of what is found today; a person writes the reasons into it. */
export function writeBaseline(findings: readonly Finding[], until: string): string {
  const accepted = findings
    .filter(({ level }) => level != "note")
    .map(({ id, rule, place, what }) => {
      const where =
        "file" in place ? `${place.file}:${place.line}` : `${place.page} ${place.state}`;
      return { id, rule, what: `${where} ${what}`, reason: "", until };
    });
  return `${JSON.stringify({ accepted }, null, 2)}\n`;
}
