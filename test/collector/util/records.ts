import { randomBytes } from "node:crypto";
import type { SealedRecord } from "../../../src/record/consentRecord.ts";
import { sealRecord, type RecordFields } from "../../../src/record/sealRecord.ts";

/** 128 random bits as a record writes them. */
export const bits = (): string => randomBytes(16).toString("base64url");

/** A page's site in the tests. */
export const ORIGIN = "https://shop.example";

/** A sealed record, true in every field unless told otherwise. */
export function sealed(
  fields: Partial<RecordFields> = {},
  previous: string | null = null,
): SealedRecord {
  const at = fields.at ?? new Date().toISOString();
  return sealRecord(
    {
      id: bits(),
      subject: bits(),
      sequence: previous ? 1 : 0,
      event: "given",
      method: "accept-all",
      source: "banner",
      at,
      expires: new Date(Date.parse(at) + 180 * 86_400_000).toISOString(),
      controller: "Acme BV",
      categories: { necessary: true, performance: true, marketing: false },
      services: { "google-analytics": true },
      notice: "ab".repeat(32),
      language: "en",
      revision: 1,
      page: `${ORIGIN}/checkout`,
      signals: { gpc: false },
      library: { version: "0.1.0", build: "sha256-x" },
      trusted: true,
      salt: bits(),
      ...fields,
    },
    previous,
  );
}

/** A chain of records of one visitor. */
export function chain(length: number, fields: Partial<RecordFields> = {}): SealedRecord[] {
  const subject = fields.subject ?? bits();
  const out: SealedRecord[] = [];
  for (let sequence = 0; sequence < length; sequence++) {
    out.push(sealed({ ...fields, subject, sequence }, out.at(-1)?.hash ?? null));
  }
  return out;
}
