import { expect, it } from "vitest";
import { contrast } from "./contrast.ts";
import { parseRgb } from "./parseRgb.ts";

it("knows the contrast of black and white, of a colour and itself, and of #767676", () => {
  expect(contrast([0, 0, 0, 1], [255, 255, 255, 1])).toBeCloseTo(21, 5);
  expect(contrast([12, 34, 56, 1], [12, 34, 56, 1])).toBe(1);
  // The lightest grey that WCAG lets pass for text on white.
  expect(contrast([118, 118, 118, 1], [255, 255, 255, 1])).toBeCloseTo(4.54, 2);
});

it("does not care which of the two is the lighter", () => {
  expect(contrast([0, 0, 255, 1], [255, 255, 0, 1])).toBe(
    contrast([255, 255, 0, 1], [0, 0, 255, 1]),
  );
});

it.each([
  ["rgb(28, 33, 39)", [28, 33, 39, 1]],
  ["rgba(0, 0, 0, 0)", [0, 0, 0, 0]],
  ["color(srgb 1 0.5 0 / 0.25)", [255, 127.5, 0, 0.25]],
  ["oklch(0.5 0.1 200)", null],
  ["", null],
])("reads %s", (text, color) => {
  expect(parseRgb(text)).toEqual(color);
});
