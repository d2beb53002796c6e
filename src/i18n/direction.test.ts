import { expect, it } from "vitest";
import { direction } from "./direction.ts";

it.each(["ar", "ar-EG", "AR", "he", "fa-IR", "ur", "yi", "az-Arab", "pa-Arab-PK"])(
  "%s is written from right to left",
  (tag) => {
    expect(direction(tag)).toBe("rtl");
  },
);

it.each(["en", "nl-BE", "az", "arn", "ar-Latn", "ks-Deva", "zh-hant", "", "he-Latn-IL"])(
  "%s is written from left to right",
  (tag) => {
    expect(direction(tag)).toBe("ltr");
  },
);
