import type { Entry } from "../../src/proof/entry.ts";

const DAY = 86_400_000;

/** Noon of 1 May 2026, UTC: the present of the proof log's tests. */
export const NOON: number = Date.UTC(2026, 4, 1, 12);

/** A decision as the client hands it to the proof log. */
export function proofEntry(fields: Partial<Entry> = {}): Entry {
  const at = fields.at ?? NOON;
  return {
    subject: "AAAAAAAAAAAAAAAAAAAAAA",
    event: "given",
    method: "accept-all",
    source: "banner",
    at,
    expiresAt: at + 180 * DAY,
    controller: "Acme BV",
    categories: { necessary: true, performance: true, marketing: false },
    services: { "google-analytics": true, "microsoft-uet": false },
    notice: '{"title":"Cookies?","actions":["Accept all","Reject all"]}',
    language: "en",
    revision: 1,
    page: "https://shop.example/checkout",
    gpc: false,
    library: { version: "0.1.0", build: "0123456789abcdef" },
    trusted: true,
    ...fields,
  };
}

/** Random bytes that tests can do without `node:crypto`. */
export function randomBytes(count: number): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(count));
}
