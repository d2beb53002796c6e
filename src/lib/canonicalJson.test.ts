import { expect, it } from "vitest";
import { canonicalJson } from "./canonicalJson.ts";

it("gives the same text for the same facts, however they were put together", () => {
  const one = { b: [{ y: 1, x: "ü" }], a: { d: null, c: true } };
  const other = { a: { c: true, d: null }, b: [{ x: "ü", y: 1 }] };
  expect(canonicalJson(one)).toBe('{"a":{"c":true,"d":null},"b":[{"x":"ü","y":1}]}');
  expect(canonicalJson(other)).toBe(canonicalJson(one));
});

it("leaves out what JSON has no word for, and keeps the order of lists", () => {
  expect(canonicalJson({ load: () => 1, none: undefined, list: [2, 1] })).toBe('{"list":[2,1]}');
});

it("sorts by code unit, also keys like __proto__", () => {
  expect(canonicalJson(JSON.parse('{"é":1,"Z":2,"a":3,"__proto__":4}'))).toBe(
    '{"Z":2,"__proto__":4,"a":3,"é":1}',
  );
});
