import { describe, expect, it } from "vitest";
import { dict } from "../lib/dict.ts";
import { translate } from "./translate.ts";

const MESSAGES = Object.assign(dict<string>(), {
  hello: "Hello {name}, {name}! {other}",
  "apple.one": "{count} apple",
  "apple.few": "{count} apples (few)",
  "apple.other": "{count} apples",
  x: "{constructor} {toString}",
});

describe("translate", () => {
  it("fills in each placeholder and leaves unknown ones as they are", () => {
    expect(translate(MESSAGES, "hello", { name: "Ada" })).toBe("Hello Ada, Ada! {other}");
  });

  it("takes a value as it is, also one that looks like a pattern or a placeholder", () => {
    expect(translate(MESSAGES, "hello", { name: "$& {other}", other: "ok" })).toBe(
      "Hello $& {other}, $& {other}! ok",
    );
  });

  it("chooses the plural form by the rules of the language", () => {
    expect(translate(MESSAGES, "apple", { count: 1 }, "en")).toBe("1 apple");
    expect(translate(MESSAGES, "apple", { count: 2 }, "en")).toBe("2 apples");
    expect(translate(MESSAGES, "apple", { count: 3 }, "pl")).toBe("3 apples (few)");
    expect(translate(MESSAGES, "apple", { count: 1 }, "ja")).toBe("1 apples");
  });

  it("has for English the forms that the rules of the language have", () => {
    const rules = new Intl.PluralRules("en");
    for (const count of [0, 1, 2, 3, 10, 11, 21, 100, 101, 1000]) {
      const text = rules.select(count) == "one" ? `${count} apple` : `${count} apples`;
      expect(translate(MESSAGES, "apple", { count }, "en")).toBe(text);
    }
  });

  it("says “other” where a form is missing", () => {
    expect(translate(MESSAGES, "apple", { count: 5 }, "pl")).toBe("5 apples");
  });

  it("gives back a key that is missing, and reads own properties only", () => {
    expect(translate(MESSAGES, "missing.key")).toBe("missing.key");
    expect(translate(MESSAGES, "constructor")).toBe("constructor");
    expect(translate(MESSAGES, "x", {})).toBe("{constructor} {toString}");
  });
});
