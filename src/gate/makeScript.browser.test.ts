import { describe, expect, it } from "vitest";
import { held } from "../../test/util/gatePage.ts";
import { scriptUrl } from "./item.ts";
import { makeScript } from "./makeScript.ts";

const make = (element: Element): HTMLScriptElement =>
  makeScript(element, document, "ours", (sink, text) =>
    sink == "createScript" ? `/* script */ ${text}` : `${text}#url`,
  );

describe("the script that runs", () => {
  it.each([
    ["", ""],
    ["module", "module"],
    ["importmap", "importmap"],
    ["text/javascript", ""],
    ["application/javascript", ""],
    ["text/javascript; charset=utf-8", "text/javascript; charset=utf-8"],
  ])("with data-type=%j has the type %j", (given, type) => {
    expect(make(held({ "data-type": given })).type).toBe(type);
  });

  it("is a classic one without data-type", () => {
    expect(make(held({})).type).toBe("");
  });

  it("keeps every attribute but those that make it held, and handlers", () => {
    const own = {
      id: "tag",
      class: "vendor",
      "data-src-set": "1",
      "data-on": "2",
      "x-type": "3",
      typed: "4",
      integrity: "",
    };
    const element = held({
      ...own,
      "data-consent": "stats",
      onload: "x()",
      onclick: "y()",
      async: "",
      defer: "",
      src: "/old.js",
      nonce: "theirs",
    });
    const kept = Object.fromEntries(
      [...make(element).attributes].map(({ name, value }) => [name, value]),
    );
    expect(kept).toEqual({ ...own, type: "", src: "/old.js#url" });
  });

  it("has the held one's nonce, or ours", () => {
    expect(make(held({})).nonce).toBe("ours");
    const element = held({});
    element.nonce = "theirs";
    expect(make(element).nonce).toBe("theirs");
  });

  it("has the address under data-src before that under src, through the policy", () => {
    expect(make(held({ "data-src": "/new.js", src: "/old.js" })).getAttribute("src")).toBe(
      "/new.js#url",
    );
    expect(make(held({ src: "/old.js" })).getAttribute("src")).toBe("/old.js#url");
    expect(make(held({ src: "/old.js" }, "x()")).text).toBe("");
  });

  it("has its text through the policy where it has no address", () => {
    const fresh = make(held({}, "x()"));
    expect(fresh.text).toBe("/* script */ x()");
    expect(fresh.hasAttribute("src")).toBe(false);
    expect(scriptUrl(held({}))).toBe("");
  });
});
