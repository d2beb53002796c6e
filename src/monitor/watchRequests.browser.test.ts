import { afterEach, beforeEach, expect, it } from "vitest";
import { watchRequests } from "./watchRequests.ts";

let seen: string[] = [];
let calls = 0;
let watching: ReturnType<typeof watchRequests>;

beforeEach(() => {
  [seen, calls] = [[], 0];
  performance.clearResourceTimings();
  watching = watchRequests(
    window,
    (name) => {
      const mark = /\?watched-(\d+)$/.exec(name)?.[1];
      if (mark) seen.push(mark);
    },
    () => void calls++,
  );
});
afterEach(() => watching.stop());

/** Requests one after the other, each in turns of its own. */
async function ask(from: number, to: number): Promise<void> {
  for (let number = from; number < to; number++)
    await fetch(`${location.pathname}?watched-${number}`);
}
const numbers = (to: number): string[] => Array.from({ length: to }, (_, index) => String(index));
const listed = (): number =>
  performance.getEntriesByType("resource").filter(({ name }) => /\?watched-\d+$/.test(name)).length;

it("is called once for many requests, and sees each once", async () => {
  await ask(0, 20);
  await expect.poll(listed).toBe(20);
  await expect.poll(() => calls).toBe(1);
  watching.resume();
  expect(seen.toSorted()).toEqual(numbers(20).toSorted());
  await ask(20, 30);
  await expect.poll(listed).toBe(30);
  watching.resume();
  watching.resume();
  expect(seen.toSorted()).toEqual(numbers(30).toSorted());
  expect(calls).toBe(2);
});

it("waits for each request once the page empties the browser's list", async () => {
  await ask(0, 3);
  await expect.poll(() => calls).toBe(1);
  performance.clearResourceTimings();
  watching.resume();
  await ask(3, 6);
  performance.clearResourceTimings();
  await expect.poll(() => seen.slice(-3)).toEqual(["3", "4", "5"]);
});

it("waits for each request where the browser's list is nearly full", async () => {
  await ask(0, 160);
  await expect.poll(listed).toBe(160);
  watching.resume();
  performance.setResourceTimingBufferSize(160);
  await ask(160, 165);
  await expect.poll(() => seen.length).toBe(165);
  performance.setResourceTimingBufferSize(250);
});
