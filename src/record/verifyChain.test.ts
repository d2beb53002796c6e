import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { SealedRecord } from "./consentRecord.ts";
import { recordHash } from "./recordHash.ts";
import { sealRecord } from "./sealRecord.ts";
import { verifyChain } from "./verifyChain.ts";

const bits = () => randomBytes(16).toString("base64url");

function chain(length: number): SealedRecord[] {
  const records: SealedRecord[] = [];
  for (let sequence = 0; sequence < length; sequence++) {
    records.push(
      sealRecord(
        {
          id: bits(),
          subject: "subject-0001",
          sequence,
          event: "given",
          method: "accept-all",
          source: "banner",
          at: "2026-05-01T12:00:00.000Z",
          expires: "2026-10-28T12:00:00.000Z",
          controller: "Acme BV",
          categories: { necessary: true, performance: sequence % 2 == 0 },
          services: {},
          notice: "ab".repeat(32),
          language: "en",
          revision: 1,
          page: "https://shop.example/",
          signals: { gpc: false },
          library: { version: "0.1.0", build: "abc" },
          trusted: true,
          salt: bits(),
        },
        records.at(-1)?.hash ?? null,
      ),
    );
  }
  return records;
}

const good = chain(8);
const newest = good.at(-1)!.hash;

describe("verifyChain", () => {
  it("finds nothing wrong with what was sealed", () => {
    const report = { ok: true, length: 8, firstBad: null, reason: null };
    expect(verifyChain(good)).toEqual(report);
    expect(verifyChain(good, newest)).toEqual(report);
    expect(verifyChain([], null)).toEqual({ ...report, length: 0 });
  });

  it("names the index of a single changed character, wherever it is", () => {
    fc.assert(
      fc.property(fc.nat(7), fc.nat(), fc.integer({ min: 32, max: 126 }), (index, at, code) => {
        const text = good[index]!.text;
        const place = at % text.length;
        const changed = text.slice(0, place) + String.fromCharCode(code) + text.slice(place + 1);
        fc.pre(changed != text);
        const links = good.with(index, { ...good[index]!, text: changed });
        expect(verifyChain(links)).toMatchObject({ ok: false, length: 8, firstBad: index });
      }),
      { numRuns: 3000 },
    );
  });

  it("names the index of a changed hash", () => {
    const links = good.with(3, { ...good[3]!, hash: "00".repeat(32) });
    expect(verifyChain(links)).toMatchObject({ ok: false, firstBad: 3 });
    expect(verifyChain(good.with(3, { ...good[3]!, hash: null as never })).firstBad).toBe(3);
  });

  it("names the next one when text and hash were changed together", () => {
    const { hash: _hash, text: _text, ...fields } = good[3]!;
    const forged = sealRecord({ ...fields, trusted: false }, good[2]!.hash);
    expect(verifyChain(good.with(3, forged))).toMatchObject({ ok: false, firstBad: 4 });
  });

  it("finds a record that names another one as the one before", () => {
    const { hash: _hash, text, ...fields } = good[3]!;
    const forged = text.replace(fields.previous!, good[0]!.hash);
    const link = { text: forged, hash: recordHash(forged, good[2]!.hash) };
    expect(verifyChain([...good.slice(0, 3), link])).toMatchObject({ ok: false, firstBad: 3 });
  });

  it("finds a record that was removed, doubled or moved", () => {
    expect(verifyChain(good.toSpliced(2, 1)).firstBad).toBe(2);
    expect(verifyChain(good.toSpliced(0, 1)).firstBad).toBe(0);
    expect(verifyChain(good.toSpliced(2, 0, good[2]!)).firstBad).toBe(3);
    expect(verifyChain([good[1]!, good[0]!, ...good.slice(2)]).firstBad).toBe(0);
  });

  it("finds missing newest records only where the newest is known", () => {
    const shorter = good.slice(0, 5);
    expect(verifyChain(shorter).ok).toBe(true);
    expect(verifyChain(shorter, newest)).toMatchObject({ ok: false, length: 5, firstBad: 5 });
    expect(verifyChain([], newest)).toMatchObject({ ok: false, length: 0, firstBad: 0 });
    expect(verifyChain(good, null)).toMatchObject({ ok: false, length: 8, firstBad: 8 });
  });

  it("finds an id that was used twice", () => {
    const first = good[0]!;
    const { hash: _hash, text: _text, ...fields } = good[1]!;
    const twin = sealRecord({ ...fields, id: first.id }, first.hash);
    expect(verifyChain([first, twin])).toMatchObject({ ok: false, firstBad: 1 });
  });

  it("says in a sentence why, and throws for nothing", () => {
    fc.assert(
      fc.property(fc.array(fc.record({ text: fc.anything(), hash: fc.anything() })), (links) => {
        const report = verifyChain(links);
        expect(report.ok).toBe(links.length == 0);
        expect(report.reason ?? "Empty.").toMatch(/^[A-Z].*\.$/);
      }),
    );
  });
});
