import { expect, it } from "vitest";
import { pickLocale } from "./pickLocale.ts";

const HAVE = ["en", "nl", "fr", "pt", "pt-br", "zh-hans", "zh-hant", "nb", "nn", "he", "sr"];

it.each([
  ["nl", "nl"],
  ["nl-BE", "nl"],
  ["NL_be", "nl"],
  ["fr-CA-x-private", "fr"],
  ["pt-BR", "pt-br"],
  ["pt-PT", "pt"],
  ["zh", "zh-hans"],
  ["zh-CN", "zh-hans"],
  ["zh-TW", "zh-hant"],
  ["zh-HK", "zh-hant"],
  ["zh-Hant-HK", "zh-hant"],
  ["no", "nb"],
  ["nb-NO", "nb"],
  ["nn", "nn"],
  ["iw", "he"],
  ["sr-Latn-RS", "sr"],
  ["xx", "en"],
  ["", "en"],
  ["not a tag!", "en"],
])("for %s takes %s", (wanted, found) => {
  expect(pickLocale([wanted], HAVE)).toBe(found);
});

it("takes the first wish that can be met", () => {
  expect(pickLocale(["xx", "tlh", "fr-BE", "nl"], HAVE)).toBe("fr");
});

it("takes another variety of the language before it gives up", () => {
  expect(pickLocale(["pt"], ["en", "pt-br"])).toBe("pt-br");
  expect(pickLocale(["nn"], ["en", "no"])).toBe("no");
});

it("gives the tag as it is spelled in the list, and the fallback where nothing fits", () => {
  expect(pickLocale(["zh-tw"], ["zh-Hant"])).toBe("zh-Hant");
  expect(pickLocale(["xx"], ["nl"], "")).toBe("");
  expect(pickLocale([], HAVE)).toBe("en");
});
