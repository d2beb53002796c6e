import { expect, it } from "vitest";
import { sha256 } from "./sha256.ts";

it("agrees with the browser's own SHA-256 on every length up to 200 bytes, and on 100 kB", async () => {
  for (const length of [...Array(201).keys(), 100_000]) {
    const bytes = new Uint8Array(length).map((_, i) => (i * 7 + length) % 256);
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
    const hex = Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
    expect(sha256(bytes)).toBe(hex);
  }
});
