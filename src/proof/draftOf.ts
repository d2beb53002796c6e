import type { ConsentRecord } from "../record/consentRecord.ts";
import type { RecordFields } from "../record/sealRecord.ts";
import type { Entry } from "./entry.ts";

/** A record that still lacks its place in a chain. */
export type Draft = Omit<RecordFields, "id" | "sequence" | "salt">;

/** Turns an entry and the hash of its notice into fields. A RangeError for an impossible date. */
export function draftOf(entry: Entry, notice: string): Draft {
  return {
    ...entry,
    at: new Date(entry.at).toISOString(),
    expires: new Date(entry.expiresAt).toISOString(),
    notice,
    page: entry.page.replace(/[?#].*/s, ""),
    signals: { gpc: entry.gpc, ...(entry.framed && { framed: true }) },
  };
}

/**
 * The record of a choice that ended by itself, noticed when the next one was made. Its notice is the
 * one under which that choice had been made. Which services run without consent is not known here: it
 * names none.
 */
export function lapseOf(last: ConsentRecord, next: Draft): Draft {
  const { at, page, signals, library } = next;
  return {
    ...last,
    event: "expired",
    method: "lapse",
    at,
    categories: Object.fromEntries(
      Object.keys(last.categories).map((id) => [id, id == "necessary"]),
    ),
    services: {},
    page,
    signals,
    library,
    trusted: false,
  };
}
