import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseRecord } from "./parseRecord.ts";
import { sealRecord } from "./sealRecord.ts";

const { text } = sealRecord(
  {
    id: "0123456789abcdefABCDEF",
    subject: "subject-0001",
    sequence: 0,
    event: "given",
    method: "accept-all",
    source: "banner",
    at: "2026-05-01T12:00:00.000Z",
    expires: "2026-10-28T12:00:00.000Z",
    controller: "Acme BV",
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
  },
  null,
);

/** The record's text with one part replaced. */
const edited = (from: string, to: string): string => {
  expect(text).toContain(from);
  return text.replace(from, to);
};

describe("parseRecord", () => {
  it("reads what was sealed", () => {
    expect(parseRecord(text)).toMatchObject({ schema: "consentry/1", sequence: 0, trusted: true });
  });

  it.each([
    [undefined, "not-json"],
    [null, "not-json"],
    [42, "not-json"],
    [{}, "not-json"],
    ["", "not-json"],
    ["{", "not-json"],
    ["[".repeat(60_000), "not-json"],
    ["x".repeat(65_537), "too-long"],
    ["null", "schema"],
    ["[]", "schema"],
    ['"text"', "schema"],
    ["{}", "schema"],
    ['{"__proto__":{"schema":"consentry/1"}}', "schema"],
  ])("names what is wrong with %j", (value, problem) => {
    expect(parseRecord(value)).toBe(problem);
  });

  it.each([
    ['"schema":"consentry/1"', '"schema":"consentry/2"', "schema"],
    ['"id":"0', '"id":"', "id"],
    ['"subject":"subject-0001"', '"subject":"a b"', "subject"],
    ['"sequence":0', '"sequence":-1', "sequence"],
    ['"sequence":0', '"sequence":0.5', "sequence"],
    ['"sequence":0', '"sequence":1', "previous"],
    ['"sequence":0', '"sequence":"0"', "sequence"],
    ['"previous":null', '"previous":"ab"', "previous"],
    ['"previous":null', `"previous":"${"ab".repeat(32)}"`, "previous"],
    ['"event":"given"', '"event":"forgiven"', "event"],
    ['"method":"accept-all"', '"method":"<b>"', "method"],
    ['"source":"banner"', '"source":1', "source"],
    ['"at":"2026-05-01T12', '"at":"2026-05-01 12', "at"],
    ['"at":"2026-05-01T', '"at":"2026-02-30T', "at"],
    ['"expires":"2026-10-28T12:00:00.000Z"', '"expires":"never"', "expires"],
    ['"controller":"Acme BV"', '"controller":null', "controller"],
    ['"categories":{', '"categories":{"Not an id":true,', "categories"],
    ['"categories":{', '"categories":{"__proto__":true,', "categories"],
    ['"categories":{"necessary":true', '"categories":{"necessary":1', "categories"],
    ['"services":{"hotjar":true}', '"services":["hotjar"]', "services"],
    ['"services":{"hotjar":true}', '"services":null', "services"],
    ['"notice":"ab', '"notice":"AB', "notice"],
    ['"language":"en"', '"language":false', "language"],
    ['"revision":1', '"revision":9007199254740993', "revision"],
    ['"page":"https://shop.example/', '"page":"https://shop.example/?q=1', "page"],
    ['"page":"https://shop.example/', '"page":"https://shop.example/#a', "page"],
    ['"signals":{"gpc":false}', '"signals":{"gpc":false,"ip":true}', "signals"],
    ['"signals":{"gpc":false}', '"signals":{}', "signals"],
    ['"build":"abc"', '"build":{}', "library"],
    ['"trusted":true', '"trusted":"true"', "trusted"],
    ['"salt":"A', '"salt":"=', "salt"],
  ])("refuses %s as %s", (from, to, problem) => {
    expect(parseRecord(edited(from, to))).toBe(problem);
  });

  it.each([
    ["{", "{ "],
    ['"trusted":true', '"trusted":false,"trusted":true'],
    ['"revision":1', '"revision":1e0'],
    ['"controller":"Acme BV"', '"controller":"\\u0041cme BV"'],
    ['"salt"', '"ip":"192.0.2.1","salt"'],
    ['"performance":true', '"performance":false,"performance":true'],
    ['"controller":"Acme BV"', '"controller":"Acme \ud800 BV"'],
  ])("refuses another spelling of the same record: %s as %j", (from, to) => {
    expect(parseRecord(edited(from, to))).toBe("not-canonical");
  });

  it("is not misled by a page that has changed Object.prototype", () => {
    const polluted = Object.prototype as { salt?: string };
    polluted.salt = "ABCDEFGHIJKLMNOPQRSTUV";
    try {
      expect(parseRecord(text.replace(/,"salt":"[^"]*"/, ""))).toBe("salt");
    } finally {
      delete polluted.salt;
    }
  });

  it("throws for no value at all", () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.string(), fc.json()), (value) => {
        expect(parseRecord(value)).toBeTypeOf("string");
      }),
      { numRuns: 2000 },
    );
  });
});
