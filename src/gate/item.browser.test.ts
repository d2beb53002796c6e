// What a marked element says of itself.
import { describe, expect, it } from "vitest";
import { held } from "../../test/util/gatePage.ts";
import { isFetchable } from "./isFetchable.ts";
import { idsOf, isInert, keyOf, runs, scriptLabel, scriptType, type Item } from "./item.ts";
import { nameLoader } from "./nameLoader.ts";

const item = (element: Element): Item => ({
  _element: element,
  _is: "held",
  _shut: false,
  _fresh: undefined,
});

describe("a script", () => {
  it.each([
    ["text/plain", true],
    [" \tTEXT/Plain\n", true],
    ["text/plain; charset=utf-8", false],
    ["text/plains", false],
    ["a text/plain", false],
    ["x-text/plain", false],
    ["text/plain-x", false],
    ["", false],
  ])("of the type “%s” is inert: %s", (type, inert) => {
    expect(isInert(held({ type }))).toBe(inert);
  });

  it("without a type is not inert", () => {
    expect(isInert(document.createElement("script"))).toBe(false);
  });

  it.each([
    ["", true],
    [" ", true],
    ["module", true],
    [" Module", true],
    ["importmap", true],
    ["speculationrules", true],
    ["text/javascript", true],
    ["application/x-ECMAScript", true],
    ["text/jscript", true],
    ["text/livescript", true],
    ["text/typescript", false],
    ["text/babel", false],
    ["x-module", false],
    ["text/x module", false],
    ["application/ld+json", false],
  ])("of the type “%s” is acted upon by a browser: %s", (type, acts) => {
    expect(runs(type)).toBe(acts);
  });

  it("is classic by any name of JavaScript, and else what data-type says", () => {
    expect(scriptType(held({}))).toBe("");
    expect(scriptType(held({ "data-type": "application/javascript" }))).toBe("");
    expect(scriptType(held({ "data-type": "application/javascript+x" }))).not.toBe("");
    expect(scriptType(held({ "data-type": "module" }))).toBe("module");
  });

  it("is the same as another by its type, and its address or else its text", () => {
    const [file, module] = [held({ "data-src": "/a.js" }, "1"), { "data-type": "module" }];
    expect(keyOf(file)).toBe(keyOf(held({ src: "/a.js" }, "2")));
    expect(keyOf(held({}, "1"))).toBe(keyOf(held({ id: "x" }, "1")));
    const all = [file, held({ "data-src": "/b.js" }), held({}, "1"), held({}, "2")];
    all.push(held(module, "1"), held({ "data-src": "/a.js", ...module }));
    expect(new Set(all.map(keyOf)).size).toBe(all.length);
  });

  it("is called by its address, or by the first words of its text", () => {
    expect(scriptLabel(item(held({ "data-consent-src": "/a.js" }, "1")))).toBe("/a.js");
    expect(scriptLabel(item(held({}, `\n  ${"x".repeat(80)}`)))).toBe("x".repeat(60));
  });
});

it("an element whose mark was taken away needs what nobody can permit", () => {
  expect(idsOf(item(document.createElement("script")))).toBe("");
  expect(idsOf(item(held({ "data-consent": "a b" })))).toBe("a b");
});

it.each([
  ["https://vendor.test/a", true],
  ["HTTP://vendor.test", true],
  ["//vendor.test", true],
  ["a/b?c#d", true],
  ["", true],
  ["javascript:alert(1)", false],
  [" java\nscript:alert(1)", false],
  ["data:text/html,x", false],
  ["blob:https://vendor.test/1", false],
  ["xhttps://vendor.test", false],
  ["https-x://vendor.test", false],
  // The browser finds no host in it.
  ["https://", true],
  [" \n https://vendor.test/a", true],
  ["\u0001javascript:alert(1)", false],
  ["j\ta:b", false],
  ["a/b:c", true],
  ["?a=b:c", true],
])("the address “%s” may be put in place: %s", (address, may) => {
  expect(isFetchable(address)).toBe(may);
});

it.each([
  ['class="lazyload"', " (by lazysizes)"],
  ['class="a lazyloading"', " (by lazysizes)"],
  ['class="lazyloaded"', " (by lazysizes)"],
  ['data-ll-status="loaded"', " (by vanilla-lazyload)"],
  ['data-lazy-src="/a"', " (by WP Rocket)"],
  ['data-loaded="true"', " (by lozad)"],
  ['class="lazy"', ""],
])("whoever left %s is named%s", (trace, named) => {
  const box = document.createElement("div");
  box.innerHTML = `<img ${trace}>`;
  expect(nameLoader(box.firstElementChild!)).toBe(named);
});
