import { createHash, randomBytes } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sha256 } from "./sha256.ts";

const reference = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
const utf8 = (text: string) => new TextEncoder().encode(text);

describe("sha256", () => {
  it.each([
    ["", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"],
    ["abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"],
    [
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
    ],
  ])("gives the digest that FIPS 180-4 prints for %j", (text, digest) => {
    expect(sha256(utf8(text))).toBe(digest);
  });

  it("agrees with node:crypto on every length up to 300 bytes", () => {
    for (let length = 0; length <= 300; length++) {
      const bytes = randomBytes(length);
      expect(sha256(bytes)).toBe(reference(bytes));
    }
  });

  it("agrees with node:crypto on 5,000 random inputs", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2000 }), (bytes) => {
        expect(sha256(bytes)).toBe(reference(bytes));
      }),
      { numRuns: 5000 },
    );
  });

  it("agrees with node:crypto on texts, lone surrogates among them", () => {
    expect(sha256(utf8("a\ud800b"))).toBe(reference(utf8("a\ufffdb")));
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
        expect(sha256(utf8(text))).toBe(createHash("sha256").update(text, "utf8").digest("hex"));
      }),
      { numRuns: 1000 },
    );
  });

  it("agrees with node:crypto on a megabyte, also in the middle of a larger buffer", () => {
    const bytes = randomBytes(1_000_007).subarray(3);
    expect(sha256(bytes)).toBe(reference(bytes));
  });
});
