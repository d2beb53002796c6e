import { afterEach, describe, expect, it } from "vitest";
import { safeDocument } from "./safeDocument.ts";

const safe: Document = safeDocument(document);

/** Markup whose name takes the place of a property of `document`. */
function clobber(tag: string, name: string): void {
  const element = safe.createElement(tag);
  element.setAttribute("name", name);
  element.className = "clobber";
  safe.documentElement.append(element);
}

afterEach(() => {
  for (const element of safe.querySelectorAll(".clobber")) element.remove();
  safe.cookie = "safe=; Max-Age=0";
});

describe("safeDocument", () => {
  it("reads and writes cookies where markup is named `cookie`", () => {
    clobber("img", "cookie");
    expect(document.cookie).toBeInstanceOf(HTMLImageElement);
    safe.cookie = "safe=1";
    expect(safe.cookie).toContain("safe=1");
  });

  it.each(["img", "form", "embed", "object", "iframe"])("is not led astray by <%s>", (tag) => {
    for (const name of ["body", "head", "documentElement", "readyState", "currentScript"]) {
      clobber(tag, name);
    }
    expect(safe.documentElement.localName).toBe("html");
    expect(safe.body.localName).toBe("body");
    expect(safe.head.localName).toBe("head");
    expect(typeof safe.readyState).toBe("string");
    expect(safe.currentScript).toBeNull();
  });

  it("calls the platform's methods where markup bears their names", () => {
    for (const name of [
      "createElement",
      "querySelectorAll",
      "addEventListener",
      "getElementById",
    ]) {
      clobber("img", name);
    }
    expect(document.createElement).not.toBeTypeOf("function");
    expect(safe.createElement("p").localName).toBe("p");
    expect(safe.querySelectorAll(".clobber").length).toBe(4);
    expect(safe.getElementById("none")).toBeNull();
    let heard = 0;
    const listener = (): void => void heard++;
    safe.addEventListener("safe", listener);
    safe.dispatchEvent(new Event("safe"));
    safe.removeEventListener("safe", listener);
    expect(heard).toBe(1);
  });

  it("does not take properties that a page planted on the document", () => {
    Object.defineProperty(document, "cookie", { value: "planted=1", configurable: true });
    try {
      expect(safe.cookie).not.toContain("planted");
    } finally {
      Reflect.deleteProperty(document, "cookie");
    }
  });
});
