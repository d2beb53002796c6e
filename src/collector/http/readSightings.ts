import type { SightingCount } from "../store/sighting.ts";
import { Refusal } from "./refusal.ts";

/** What a page may have seen at the most. */
const MOST = 50;
/** How each part must look, so that nothing of a visitor's can stand in it by mistake. */
const PARTS = {
  release: /^[\w.+:@-]{0,60}$/,
  service: /^[a-z\d-]{0,60}$/,
  kind: /^[a-zA-Z-]{1,30}$/,
  what: /^[\w.:*[\]-]{1,120}$/,
  page: /^\/[^?#\s]{0,200}$/,
};

type Line = Omit<SightingCount, "day" | "site" | "n">;

/**
 * Reads what the leak monitor of a page sends: one JSON object,
 * `{"release":"…","page":"/…","seen":[{"service":"…","kind":"script","what":"host"}]}`.
 */
export function readSightings(body: string): Line[] {
  const given = parse(body);
  const { seen, release = "", page } = given;
  if (!Array.isArray(seen) || !seen.length || seen.length > MOST)
    throw new Refusal(400, "bad-request");
  return seen.map((one: unknown) => {
    const { service = "", kind, what } = Object(one) as Record<string, unknown>;
    const line = { release, service, kind, what, page };
    for (const [name, form] of Object.entries(PARTS)) {
      const value = line[name as keyof typeof line];
      if (typeof value != "string" || !form.test(value)) throw new Refusal(400, "bad-request");
    }
    return line as Line;
  });
}

function parse(body: string): Record<string, unknown> {
  try {
    return Object(JSON.parse(body)) as Record<string, unknown>;
  } catch {
    throw new Refusal(400, "bad-request");
  }
}
