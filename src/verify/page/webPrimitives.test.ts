import { createHash, randomBytes } from "node:crypto";
import { expect, it } from "vitest";
import { webPrimitives } from "./webPrimitives.ts";

const { sha256 } = webPrimitives;

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");

it("gives the digests of FIPS 180-4's examples", () => {
  expect(hex(sha256(Buffer.from("abc")))).toBe(
    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
  );
  expect(hex(sha256(Buffer.from("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")))).toBe(
    "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
  );
});

it("gives the digests of OpenSSL for every length to 300 and for a long text", () => {
  const lengths = [...Array.from({ length: 300 }, (_, i) => i), 100_003];
  for (const length of lengths) {
    const bytes = randomBytes(length);
    expect(hex(sha256(bytes))).toBe(createHash("sha256").update(bytes).digest("hex"));
  }
});
