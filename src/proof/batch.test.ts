import { describe, expect, it } from "vitest";
import { batch, bodyOf } from "./batch.ts";
import type { RecordRow } from "./recordStore.ts";

const rows = (count: number, text: string): RecordRow[] =>
  Array.from({ length: count }, (_, i) => ({ key: `${i}`, id: `${i}`, text, hash: "ab" }));
const bytes = (some: readonly RecordRow[]) => new TextEncoder().encode(bodyOf(some)).length;

describe("batch", () => {
  it("takes 20 records at the most, or fewer when told so", () => {
    expect(batch(rows(50, "x"))).toHaveLength(20);
    expect(batch(rows(50, "x"), 3)).toHaveLength(3);
    expect(batch(rows(2, "x"))).toHaveLength(2);
    expect(batch([])).toEqual([]);
  });

  it("fills 16 KiB, counted as UTF-8", () => {
    const some = batch(rows(20, "é".repeat(1000)));
    expect(some.length).toBeGreaterThan(6);
    expect(bytes(some)).toBeLessThanOrEqual(16_384);
    expect(bytes(rows(some.length + 1, "é".repeat(1000)))).toBeGreaterThan(16_384);
  });

  it("takes one record however large it is", () => {
    expect(batch(rows(5, "x".repeat(40_000)))).toHaveLength(1);
  });
});

describe("bodyOf", () => {
  it("is one line of JSON for each record, with its exact text and hash", () => {
    const [row] = rows(1, '{"a":"line\\nbreak"}');
    const body = bodyOf([row!, row!]);
    expect(body.split("\n").map((line) => JSON.parse(line) as unknown)).toEqual([
      { text: row!.text, hash: "ab" },
      { text: row!.text, hash: "ab" },
    ]);
  });
});
