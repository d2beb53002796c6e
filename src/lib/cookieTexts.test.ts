import { describe, expect, it } from "vitest";
import { cookieTexts } from "./cookieTexts.ts";
import { decoded } from "./decoded.ts";

describe("cookieTexts, decoded", () => {
  it.each<[text: string, values: string[]]>([
    ["", []],
    ["other=1", []],
    ["name=1", ["1"]],
    ["a=0; name=1; b=2", ["1"]],
    ["a=0;name=1;b=2", ["1"]],
    ["a=0;   name=1", ["1"]],
    ["name=1; name=2", ["1", "2"]],
    ["name=a=b&c=d", ["a=b&c=d"]],
    ["name=", [""]],
    ["name", []],
    ["xname=1; name2=2; Name=3", []],
    ["name=%C3%A9%20%3B", ["é ;"]],
    ["name=%E0%A4%A; name=ok", ["", "ok"]],
    ["name=a+b", ["a+b"]],
  ])("of %j are %j", (text, values) => {
    expect(cookieTexts(text, "name").map(decoded)).toEqual(values);
  });

  it("takes a name for what it is, not for a pattern", () => {
    expect(cookieTexts("axb=1; a.b=2; a*=3", "a.b")).toEqual(["2"]);
    expect(cookieTexts("axb=1; a*=3", "a*")).toEqual(["3"]);
  });
});
