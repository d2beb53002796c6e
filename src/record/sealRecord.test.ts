import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { ConsentRecord } from "./consentRecord.ts";
import { parseRecord } from "./parseRecord.ts";
import { sealRecord, type RecordFields } from "./sealRecord.ts";
import { RECORD_FIELDS } from "./serialise.ts";

const fields: RecordFields = {
  id: "0123456789abcdefABCDEF",
  subject: "subject-0001",
  sequence: 0,
  event: "given",
  method: "accept-all",
  source: "banner",
  at: "2026-05-01T12:00:00.000Z",
  expires: "2026-10-28T12:00:00.000Z",
  controller: "Acme “Größe” BV",
  categories: { necessary: true, performance: true },
  services: { hotjar: true },
  notice: "ab".repeat(32),
  language: "en",
  revision: 1,
  page: "https://shop.example/",
  signals: { gpc: false },
  library: { version: "0.1.0", build: "abc" },
  trusted: true,
  salt: "ABCDEFGHIJKLMNOPQRSTUV",
};

/** The hash as the contract words it, by another implementation. */
const contractHash = (text: string, previous: string | null) =>
  createHash("sha256")
    .update("consentry/v1 record\n")
    .update(Buffer.from(previous ?? "00".repeat(32), "hex"))
    .update(text, "utf8")
    .digest("hex");

describe("sealRecord", () => {
  it("writes the fields once, in the order of the type, and hashes exactly that text", () => {
    const { text, hash, ...record } = sealRecord(fields, null);
    expect(Object.keys(JSON.parse(text) as object)).toEqual(RECORD_FIELDS);
    expect(record).toEqual({ ...fields, schema: "consentry/1", previous: null });
    expect(hash).toBe(contractHash(text, null));
  });

  it("gives the same text whatever the order in which the fields come", () => {
    const backwards = Object.fromEntries(Object.entries(fields).reverse()) as unknown;
    expect(sealRecord(backwards as RecordFields, null)).toEqual(sealRecord(fields, null));
  });

  it("binds a record to the one before", () => {
    const first = sealRecord(fields, null);
    const second = sealRecord({ ...fields, id: "b".repeat(22), sequence: 1 }, first.hash);
    expect(second.previous).toBe(first.hash);
    expect(second.hash).toBe(contractHash(second.text, first.hash));
    expect(second.hash).not.toBe(contractHash(second.text, null));
  });

  it("leaves out what is no field of a record", () => {
    const more = { ...fields, ip: "192.0.2.1", userAgent: "Mozilla/5.0" };
    expect(sealRecord(more, null)).toEqual(sealRecord(fields, null));
  });

  it("writes a lone surrogate as an escape, so that text and bytes are one and the same", () => {
    const { text } = sealRecord({ ...fields, controller: "a\ud800b" }, null);
    expect(text).toContain("a\\ud800b");
    expect(Buffer.from(text, "utf8").toString("utf8")).toBe(text);
    expect((parseRecord(text) as ConsentRecord).controller).toBe("a\ud800b");
  });

  it("gives a text that parseRecord accepts", () => {
    const { text, hash: _hash, ...sealed } = sealRecord(fields, null);
    expect(parseRecord(text)).toEqual({ ...sealed, text: undefined });
  });
});
