import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { isIgnored } from "./isIgnored.ts";

let stage: HTMLElement;
beforeEach(() => {
  stage = document.createElement("div");
  document.body.append(stage);
});
afterEach(() => stage.remove());

const put = <Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  parent: ParentNode = stage,
): HTMLElementTagNameMap[Tag] => {
  const element = document.createElement(tag);
  parent.append(element);
  return element;
};

describe("an element", () => {
  it("is ignored below the mark and in a noscript, also across shadow roots, and nowhere else", () => {
    expect(isIgnored(put("p"))).toBe(false);
    const outer = put("div");
    const inner = put("div", outer.attachShadow({ mode: "open" }));
    const deep = put("p", inner.attachShadow({ mode: "closed" }));
    expect(isIgnored(deep)).toBe(false);
    outer.setAttribute("data-consent-ignore", "");
    expect([outer, inner, deep].map(isIgnored)).toEqual([true, true, true]);
    outer.removeAttribute("data-consent-ignore");
    expect(isIgnored(put("p", put("noscript")))).toBe(true);
  });

  it.each(["img", "form", "embed", "object", "iframe"] as const)(
    "is judged also where a document answers to host with its %s",
    (tag) => {
      const other = put(tag);
      other.setAttribute("name", "host");
      expect(isIgnored(put("p"))).toBe(false);
    },
  );

  it("is judged also where it was taken out with a link, a form or a fragment around it", () => {
    const link = document.createElement("a");
    link.href = "https://vendor.example/";
    const form = document.createElement("form");
    put("input", form).name = "host";
    const fragment = document.createDocumentFragment();
    for (const root of [link, form, fragment]) expect(isIgnored(put("p", root))).toBe(false);
  });
});
