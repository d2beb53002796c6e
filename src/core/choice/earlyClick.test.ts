import { describe, expect, it } from "vitest";
import { readClick } from "./earlyClick.ts";

const CLICK =
  "v=1&click=accept-all&t=1764000000&shown=1x2y_Z&lang=pt-BR&trusted=1&page=/shop/?q=a b&c";

describe("a click that was made before there was code to decide", () => {
  it("is read whole", () => {
    expect(readClick(CLICK)).toEqual({
      kind: "accept-all",
      at: 1_764_000_000,
      shown: "1x2y_Z",
      language: "pt-BR",
      isTrusted: true,
      page: "/shop/?q=a b&c",
    });
  });

  it("is a refusal, made by a program, on the first page, in any language", () => {
    const text = "v=1&click=reject-all&t=7&shown=k&lang=en&trusted=0&page=/";
    expect(readClick(text)).toEqual({
      kind: "reject-all",
      at: 7,
      shown: "k",
      language: "en",
      isTrusted: false,
      page: "/",
    });
  });

  it.each<[what: string, change: (text: string) => string]>([
    ["nothing", () => ""],
    ["a choice", () => "v=1&id=&t=1764000000&r=1&yes=&no=marketing&f=marketing.3z"],
    ["a text before it", (text) => `x${text}`],
    ["a line behind it", (text) => `${text}\nx`],
    ["another version", (text) => text.replace("v=1", "v=2")],
    ["another click", (text) => text.replace("accept-all", "save")],
    ["no date", (text) => text.replace("t=1764000000", "t=")],
    ["a date that is none", (text) => text.replace("t=1764000000", "t=soon")],
    ["a date of twelve digits", (text) => text.replace("t=1764000000", "t=176400000000")],
    ["no question", (text) => text.replace("shown=1x2y_Z", "shown=")],
    ["a question that is no name", (text) => text.replace("shown=1x2y_Z", "shown=1.2")],
    ["no language", (text) => text.replace("lang=pt-BR", "lang=")],
    ["a language that is no tag", (text) => text.replace("lang=pt-BR", "lang=pt.BR")],
    ["neither a person nor a program", (text) => text.replace("trusted=1", "trusted=2")],
    ["an address in the place of a path", (text) => text.replace("page=/", "page=https://")],
  ])("is none for %s", (_what, change) => {
    expect(readClick(change(CLICK))).toBeNull();
  });
});
