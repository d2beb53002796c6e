import { expect, it } from "vitest";
import { isOnScreen } from "./isOnScreen.ts";

const { innerWidth: wide, innerHeight: high } = window;

it.each<[left: number, top: number, width: number, height: number, is: boolean]>([
  [0, 0, 10, 10, true],
  [-9, -9, 10, 10, true],
  [wide - 1, high - 1, 10, 10, true],
  [-10, 0, 10, 10, false],
  [0, -10, 10, 10, false],
  [wide, 0, 10, 10, false],
  [0, high, 10, 10, false],
  [-50, -50, 10, 10, false],
  [5, 5, 0, 10, false],
  [5, 5, 10, 0, false],
])("a box at %i, %i of %i by %i is on the screen: %s", (left, top, width, height, is) => {
  const box = document.createElement("div");
  Object.assign(box.style, { position: "fixed", left: `${left}px`, top: `${top}px` });
  Object.assign(box.style, { width: `${width}px`, height: `${height}px` });
  document.body.append(box);
  expect(isOnScreen(box)).toBe(is);
  box.remove();
});
