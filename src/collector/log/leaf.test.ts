import { describe, expect, it } from "vitest";
import { encodeLeaf, NOTICE } from "./leaf.ts";

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");

describe("a leaf", () => {
  it("is these bytes", () => {
    const leaf = encodeLeaf({
      kind: NOTICE,
      site: "a.example",
      hash: Buffer.alloc(32, 0xab),
      received: 1_764_000_000_123,
      flags: 64,
    });
    expect(hex(leaf)).toBe(
      hex(Buffer.from("consentry/v1 leaf\n")) +
        "01" +
        "09" +
        hex(Buffer.from("a.example")) +
        "ab".repeat(32) +
        "0000019ab697e87b" +
        "40",
    );
  });
});
