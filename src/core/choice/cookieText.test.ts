import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { decodeCookie, encodeCookie, fitsCookie, type Stored } from "./cookieText.ts";

vi.setConfig({ testTimeout: 60_000 });

const TEXT =
  "v=1&id=abcdefgh12345678&t=1764000000&r=1&yes=performance&no=marketing+ads&f=performance.1x2y+marketing.3z";

const id = fc.stringMatching(/^[a-z][a-z0-9-]{0,12}$/);
const stored: fc.Arbitrary<Stored> = fc.record({
  id: fc.stringMatching(/^[A-Za-z0-9_-]{8,64}$/),
  at: fc.integer({ min: 0, max: 99_999_999_999 }),
  revision: fc.integer({ min: 0, max: 999_999_999 }),
  _yes: fc.uniqueArray(id, { maxLength: 5 }).map((ids) => ids.map((one) => `y${one}`)),
  _no: fc.uniqueArray(id, { maxLength: 5 }).map((ids) => ids.map((one) => `n${one}`)),
  _prints: fc.array(fc.stringMatching(/^[a-z][a-z0-9-]{0,12}\.[0-9a-z]{1,7}$/), { maxLength: 5 }),
});

describe("the cookie's text", () => {
  it("is a query string that any language can parse", () => {
    const choice = decodeCookie(TEXT)!;
    expect(choice).toEqual({
      id: "abcdefgh12345678",
      at: 1_764_000_000,
      revision: 1,
      _yes: ["performance"],
      _no: ["marketing", "ads"],
      _prints: ["performance.1x2y", "marketing.3z"],
    });
    expect(encodeCookie(choice)).toBe(TEXT);
  });

  it("reads back what was written", () => {
    fc.assert(
      fc.property(stored, (choice) => {
        const id = choice._yes.length ? choice.id : "";
        expect(decodeCookie(encodeCookie(choice))).toEqual({ ...choice, id });
      }),
      { numRuns: 5000 },
    );
  });

  it.each([
    ["nothing", ""],
    ["a percent sign", "%"],
    ["JSON", '{"performance":true}'],
    ["another version", TEXT.replace("v=1", "v=2")],
    ["no version", TEXT.replace("v=1&", "")],
    ["something before it", `x${TEXT}`],
    ["something behind it", `${TEXT}&x=1`],
    ["a key twice", `${TEXT}&yes=marketing`],
    ["the same token on both sides", TEXT.replace("no=marketing", "no=performance")],
    ["an id that is too short", TEXT.replace("abcdefgh12345678", "short")],
    ["an id with a foreign sign", TEXT.replace("abcdefgh", "abc<efgh")],
    ["an id that is too long", TEXT.replace("abcdefgh12345678", "a".repeat(65))],
    ["no id beside a yes", TEXT.replace("abcdefgh12345678", "")],
    [
      "no id beside a yes further behind",
      TEXT.replace("abcdefgh12345678", "").replace("no=", "no=yes=&"),
    ],
    ["a date that is no number", TEXT.replace("t=1764000000", "t=soon")],
    ["a negative date", TEXT.replace("t=1764000000", "t=-1")],
    ["a date with an exponent", TEXT.replace("t=1764000000", "t=1e9")],
    ["an endless date", TEXT.replace("t=1764000000", `t=${"9".repeat(12)}`)],
    ["no date", TEXT.replace("t=1764000000&", "")],
    ["a revision that is none", TEXT.replace("r=1", "r=one")],
  ])("is none where it holds %s", (_what, text) => {
    expect(decodeCookie(text)).toBeNull();
  });

  it("names no one who permitted nothing, and still reads an id that an earlier version left", () => {
    const refusal = {
      id: "abcdefgh12345678",
      at: 1_764_000_000,
      revision: 1,
      _yes: [],
      _no: ["ads"],
      _prints: [],
    };
    const text = encodeCookie(refusal);
    expect(text).toBe("v=1&id=&t=1764000000&r=1&yes=&no=ads&f=");
    expect(decodeCookie(text)).toEqual({ ...refusal, id: "" });
    expect(decodeCookie(text.replace("id=", "id=abcdefgh12345678"))).toEqual(refusal);
  });

  it("fits up to 4,000 characters", () => {
    expect(fitsCookie("x".repeat(4000))).toBe(true);
    expect(fitsCookie("x".repeat(4001))).toBe(false);
  });

  it("is read without an error whatever it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
        const choice = decodeCookie(text);
        expect(choice === null || /(^|&)v=1(&|$)/.test(text)).toBe(true);
      }),
      { numRuns: 5000 },
    );
  });
});
