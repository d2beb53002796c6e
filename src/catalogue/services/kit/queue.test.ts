import { expect, test } from "vitest";
import { queue } from "./queue.ts";

test("keeps the queue that is there, also when it is no array any more", () => {
  const array: unknown[] = [];
  const object = { push: () => 0 };
  expect(queue({ q: array }, "q")).toBe(array);
  expect(queue({ q: object }, "q")).toBe(object);
});

test("makes an array where nothing can be pushed to, such as an element with that id", () => {
  for (const found of [undefined, null, "text", { id: "dataLayer" }, { push: true }]) {
    const window: Record<string, unknown> = { q: found };
    queue(window, "q").push(1, 2);
    expect(window.q).toEqual([1, 2]);
  }
});
