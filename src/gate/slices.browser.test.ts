import { describe, expect, it } from "vitest";
import { held, pause, useGatePage } from "../../test/util/gatePage.ts";

const its = useGatePage();

describe("a gated script", () => {
  it("a thousand of them leave the page room to breathe", async () => {
    // Each takes a third of a millisecond: together far more than a long task (50 ms).
    const busy = "for (const end = performance.now() + 0.3; performance.now() < end; );";
    for (let i = 0; i < 1000; i++) its.stage.append(held({}, `${busy} ran.push("${i}")`));
    its.gate.start();
    await pause();
    const gaps: number[] = [];
    let last = performance.now();
    const channel = new MessageChannel();
    channel.port1.onmessage = () => {
      gaps.push(performance.now() - last);
      last = performance.now();
      if (its.ran.length < 1000) channel.port2.postMessage("");
    };
    channel.port2.postMessage("");
    its.permit("stats");
    await expect.poll(() => its.ran.length).toBe(1000);
    expect(its.ran).toEqual(Array.from({ length: 1000 }, (_, i) => `${i}`));
    channel.port1.close();
    expect(gaps.length).toBeGreaterThan(10);
    // A machine that does other things may take a slice or two away.
    expect(gaps.filter((gap) => gap > 50).length).toBeLessThan(3);
  });
});
