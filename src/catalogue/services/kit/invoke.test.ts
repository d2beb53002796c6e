import { expect, test } from "vitest";
import { invoke } from "./invoke.ts";

test("calls a method on what holds it, and gives its result", () => {
  const root = {
    vendor: {
      value: 2,
      times(factor: number) {
        return this.value * factor;
      },
    },
  };
  expect(invoke(root, "vendor.times", 3)).toBe(6);
});

test("calls methods of functions, as stubs have them", () => {
  const stub = Object.assign(() => 0, { init: (value: string) => value });
  expect(invoke({ stub }, "stub.init", "x")).toBe("x");
});

test("does nothing where the vendor's script never came", () => {
  for (const root of [{}, { vendor: null }, { vendor: 7 }, { vendor: { call: "text" } }]) {
    expect(invoke(root, "vendor.call")).toBeUndefined();
  }
});
