import { expect, it } from "vitest";
import { createStore } from "./createStore.ts";

it("a store gives what was set last, and tells who subscribed, with the value before", () => {
  const store = createStore(1);
  const seen: number[][] = [];
  const undo = store._subscribe((value, before) => seen.push([value, before, store.get()]));
  store.set(2);
  store.set(3);
  undo();
  store.set(4);
  expect(store.get()).toBe(4);
  expect(seen).toEqual([
    [2, 1, 2],
    [3, 2, 3],
  ]);
});
