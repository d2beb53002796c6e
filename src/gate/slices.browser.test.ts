import { describe, expect, it } from "vitest";
import { countAsked } from "../../test/util/countAsked.ts";
import { held, pause, useGatePage } from "../../test/util/gatePage.ts";

const its = useGatePage();

const LONG_TASK_MS = 50;
/** The least that a slice takes which has a task to itself. */
const SLICE_MS = 28;
/** The least that each takes: together far more than a long task. */
const EACH_MS = 0.3;
/** Of the page and of what is heard of it, for each script: attributes, where it stands, what came and went. */
const MOST_ASKED = 46;

describe("a gated script", () => {
  it("a thousand of them leave the page room to breathe", async () => {
    const busy = "for (const end = performance.now() + 0.3; performance.now() < end; );";
    for (let i = 0; i < 1000; i++) its.stage.append(held({}, `${busy} ran.push("${i}")`));
    its.gate._start();
    await pause();
    /** How many had run at each turn that the page got. */
    const turns: number[] = [];
    const channel = new MessageChannel();
    channel.port1.onmessage = () => {
      turns.push(its.ran.length);
      if (its.ran.length < 1000) channel.port2.postMessage("");
    };
    channel.port2.postMessage("");
    its.permit("stats");
    await expect.poll(() => its.ran.length).toBe(1000);
    expect(its.ran).toEqual(Array.from({ length: 1000 }, (_, i) => `${i}`));
    channel.port1.close();
    // Between two turns fewer run than would make a long task, also where each takes longer than it says.
    const between = turns.map((ran, index) => ran - (turns[index - 1] ?? 0));
    expect(Math.max(...between)).toBeLessThan(LONG_TASK_MS / EACH_MS);
  });

  it("a thousand of them wait for the page only as often as its answers need", async () => {
    const busy = "for (const end = performance.now() + 0.3; performance.now() < end; );";
    for (let i = 0; i < 1000; i++) its.stage.append(held({}, `${busy} ran.push("${i}")`));
    its.gate._start();
    await pause();
    interface Scheduler {
      postTask: (run: () => void) => unknown;
    }
    const page = globalThis as { scheduler?: Scheduler };
    const own = page.scheduler;
    let waits = 0;
    const postTask = (run: () => void): unknown => {
      waits++;
      return own ? own.postTask(run) : setTimeout(run);
    };
    Object.defineProperty(page, "scheduler", { value: { postTask }, configurable: true });
    const began = performance.now();
    its.permit("stats");
    await expect.poll(() => its.ran.length).toBe(1000);
    Reflect.deleteProperty(page, "scheduler");
    if (own) Object.defineProperty(page, "scheduler", { value: own, configurable: true });
    // Each slice but the first and the last takes its whole time, however slow the machine is.
    expect(waits).toBeLessThanOrEqual((performance.now() - began) / SLICE_MS + 1);
  });

  it("asks the page as little for each of a thousand as for each of a hundred", async () => {
    const run = async (count: number): Promise<number> => {
      const ran = its.ran.length;
      for (let i = 0; i < count; i++)
        its.stage.append(held({ "data-consent": "other" }, `ran.push("${count} ${i}")`));
      await pause();
      const stop = countAsked();
      its.permit("other");
      await expect.poll(() => its.ran.length).toBe(ran + count);
      await pause();
      const counts = stop();
      its.stage.replaceChildren();
      await pause();
      its.permit("");
      said = JSON.stringify(counts);
      return Object.values(counts).reduce((sum, one) => sum + one, 0) / count;
    };
    let said = "";
    its.gate._start();
    await pause();
    const few = await run(100);
    expect(few, said).toBeLessThanOrEqual(MOST_ASKED);
    const many = await run(1000);
    expect(many, `${few} each of 100, ${many} each of 1,000`).toBeLessThanOrEqual(few * 1.1);
  });
});
