import { sha256 } from "../lib/sha256.ts";
import type { ConsentRecord } from "../record/consentRecord.ts";
import type { RecordFields } from "../record/sealRecord.ts";
import type { Entry } from "./entry.ts";

/** A record that still lacks its place in a chain. */
export type Draft = Omit<RecordFields, "id" | "sequence" | "salt">;

/** Turns an entry into record fields. Throws a RangeError for an impossible date. */
export function draftOf(entry: Entry): Draft {
  return {
    ...entry,
    at: new Date(entry.at).toISOString(),
    expires: new Date(entry.expiresAt).toISOString(),
    notice: sha256(new TextEncoder().encode(entry.notice)),
    page: entry.page.replace(/[?#].*/s, ""),
    signals: { gpc: entry.gpc },
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
