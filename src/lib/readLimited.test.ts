import { describe, expect, it } from "vitest";
import { readLimited } from "./readLimited.ts";

/** Gives chunks of 1,000 bytes for ever, and says how many were asked for. */
function endless() {
  const seen = { pulls: 0, cancelled: false };
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      seen.pulls++;
      controller.enqueue(new Uint8Array(1_000).fill(120));
    },
    cancel() {
      seen.cancelled = true;
    },
  });
  return { stream, seen };
}

describe("readLimited", () => {
  it("gives all bytes of what is short enough, in order", async () => {
    const bytes = Uint8Array.from({ length: 3_000 }, (_, i) => i % 251);
    expect(await readLimited(new Blob([bytes]).stream(), 3_000)).toEqual(bytes);
    expect(await readLimited(null, 0)).toEqual(new Uint8Array());
  });

  it("gives null for one byte too many, and asks for no more", async () => {
    expect(await readLimited(new Blob(["x".repeat(11)]).stream(), 10)).toBeNull();
    const { stream, seen } = endless();
    expect(await readLimited(stream, 10_000)).toBeNull();
    expect(seen.pulls).toBeLessThan(14);
    expect(seen.cancelled).toBe(true);
  });

  it("ends when it is late, and cancels the sender", async () => {
    let cancelled = false;
    const silent = new ReadableStream<Uint8Array>({ cancel: () => void (cancelled = true) });
    const late = Promise.reject(new Error("late"));
    await expect(readLimited(silent, 10, late)).rejects.toThrow("late");
    expect(cancelled).toBe(true);
  });

  it("throws what the sender throws", async () => {
    const broken = new ReadableStream<Uint8Array>({ start: (c) => c.error(new Error("torn")) });
    await expect(readLimited(broken, 10)).rejects.toThrow("torn");
  });
});
