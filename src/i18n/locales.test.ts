import { readdirSync, readFileSync } from "node:fs";
import { brotliCompressSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { direction } from "./direction.ts";
import en from "./locales/en.ts";
import { pickLocale } from "./pickLocale.ts";
import { translate } from "./translate.ts";

type Texts = Readonly<Record<string, string>>;

const folder = new URL("./locales/", import.meta.url);
const doc = (name: string): string =>
  readFileSync(new URL(`../../docs/${name}`, import.meta.url), "utf8");

const locales = new Map<string, Texts>();
for (const file of readdirSync(folder)) {
  const made = (await import(`./locales/${file}`)) as { default: Texts };
  locales.set(file.replace(/\.ts$/, ""), made.default);
}
const tags = [...locales.keys()].sort();
const english: Texts = en;

/** Regulation No 1 of 1958, as it stands: the official languages of the Union. */
const OFFICIAL = "bg cs da de el en es et fi fr ga hr hu it lt lv mt nl pl pt ro sk sl sv".split(
  " ",
);
const MORE = "nb nn is uk tr ar he ja ko zh-hans zh-hant pt-br hi ca eu gl".split(" ");
const RIGHT_TO_LEFT = ["ar", "he"];

const SCRIPTS: Record<string, RegExp> = {
  ar: /\p{Script=Arabic}/u,
  bg: /\p{Script=Cyrillic}/u,
  el: /\p{Script=Greek}/u,
  he: /\p{Script=Hebrew}/u,
  hi: /\p{Script=Devanagari}/u,
  ja: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u,
  ko: /\p{Script=Hangul}/u,
  uk: /\p{Script=Cyrillic}/u,
  "zh-hans": /\p{Script=Han}/u,
  "zh-hant": /\p{Script=Han}/u,
};
/** One word in two alphabets: a Latin "a" among Cyrillic letters looks right and is read wrong. */
const MIXED =
  /\p{Script=Latin}\p{M}*[\p{Script=Cyrillic}\p{Script=Greek}]|[\p{Script=Cyrillic}\p{Script=Greek}]\p{M}*\p{Script=Latin}/u;

/** Wording that praises one answer or blames the other, in a button. */
const STEERING = /!|\bok\b|👍/iu;

const plural = /\.(zero|one|two|few|many|other)$/;
const stem = (key: string): string => key.replace(plural, "");
const stems = new Set(
  Object.keys(english)
    .filter((key) => plural.test(key))
    .map(stem),
);
const placeholders = (text: string): string[] => text.match(/\{\w+\}/g)?.sort() ?? [];
const words = (text: string): string => text.replace(/\{\w+\}/g, "").trim();
const englishOf = (key: string): string =>
  english[key] ?? english[`${stem(key)}.other`] ?? `no English for ${key}`;
const keysWhere = (texts: Texts, test: (key: string, text: string) => boolean): string[] =>
  Object.entries(texts)
    .filter(([key, text]) => test(key, text))
    .map(([key]) => key);

it("every official language of the Union and the promised others are there", () => {
  expect([...OFFICIAL, ...MORE].sort()).toEqual(tags);
});

it("the glossary holds the terms that the texts use", () => {
  const rows = doc("glossary.md").toLowerCase().split("\n");
  const missing = [...locales].flatMap(([tag, texts]) => {
    const row = rows.find((line) => line.startsWith(`| \`${tag}\` `)) ?? "";
    return ["basis.consent", "basis.legitimate-interest"]
      .filter((key) => !row.includes(texts[key]?.toLowerCase() ?? "?"))
      .map((key) => `${tag}: ${key}`);
  });
  expect(missing).toEqual([]);
});

it("the documents name every language", () => {
  for (const name of ["languages.md", "glossary.md"]) {
    const text = doc(name);
    expect(
      tags.filter((tag) => !text.includes(`| \`${tag}\` `)),
      name,
    ).toEqual([]);
  }
});

describe.each(tags)("%s", (tag) => {
  const texts = locales.get(tag) ?? {};

  it("is a tag that Intl knows and that is picked for itself", () => {
    expect(Intl.PluralRules.supportedLocalesOf(tag)).toHaveLength(1);
    expect(pickLocale([tag], tags)).toBe(tag);
  });

  it("has every text, and no other", () => {
    const categories = new Intl.PluralRules(tag).resolvedOptions().pluralCategories;
    const wanted = Object.keys(english)
      .filter((key) => !plural.test(key))
      .concat([...stems].flatMap((key) => categories.map((category) => `${key}.${category}`)));
    expect(Object.keys(texts).sort()).toEqual(wanted.sort());
  });

  it("finds a form for every count", () => {
    for (const key of stems) {
      for (const count of [0, 1, 2, 3, 5, 11, 21, 100, 1.5, 1_000_000]) {
        expect(translate(texts, key, { count }, tag)).toContain(String(count));
      }
    }
  });

  it("keeps the placeholders", () => {
    const lost = keysWhere(
      texts,
      (key, text) => placeholders(text).join() != placeholders(englishOf(key)).join(),
    );
    expect(lost).toEqual([]);
  });

  it("is plain text without stray spaces or markup", () => {
    const bad = keysWhere(
      texts,
      (_, text) => !words(text) || text != text.trim() || /[<>&]|\s{2}|[\t\n"]/.test(text),
    );
    expect(bad).toEqual([]);
  });

  it("is written in its own script, each word in one", () => {
    const script = SCRIPTS[tag] ?? /\p{Script=Latin}/u;
    expect(keysWhere(texts, (_, text) => !script.test(words(text)) || MIXED.test(text))).toEqual(
      [],
    );
  });

  it("says a sentence where English does", () => {
    // A date may end in a full stop of its own.
    const ends = (text: string): boolean => /[.。।]$/u.test(text);
    const bad = keysWhere(
      texts,
      (key, text) => key != "settings.decided" && ends(text) != ends(englishOf(key)),
    );
    expect(bad).toEqual([]);
  });

  it("does not put two full stops behind a date", () => {
    const date = new Date(2026, 2, 12).toLocaleString(tag, { dateStyle: "long" });
    expect(translate(texts, "settings.decided", { date, expires: date })).not.toMatch(/\.\s?\./);
  });

  it("weighs accept and reject alike", () => {
    const accept = String(texts["action.accept"]).length;
    const reject = String(texts["action.reject"]).length;
    expect(Math.max(accept, reject) / Math.min(accept, reject)).toBeLessThanOrEqual(2);
    expect(
      keysWhere(texts, (key, text) => key.startsWith("action.") && STEERING.test(text)),
    ).toEqual([]);
  });

  it("fits a narrow screen: short buttons, no word that cannot be broken", () => {
    const long = keysWhere(
      texts,
      (key, text) =>
        (key.startsWith("action.") && text.length > 24) ||
        words(text)
          .split(/[\s\u00a0/-]+/u)
          .some((word) => word.length > 24 && !/[\p{Script=Han}\p{Script=Katakana}]/u.test(word)),
    );
    expect(long).toEqual([]);
  });

  it("runs in its direction", () => {
    expect(direction(tag)).toBe(RIGHT_TO_LEFT.includes(tag) ? "rtl" : "ltr");
  });

  it("is small", () => {
    expect(brotliCompressSync(JSON.stringify(texts)).length).toBeLessThan(3000);
  });
});

describe.each(tags.filter((tag) => tag != "en"))("%s", (tag) => {
  const texts = locales.get(tag) ?? {};

  it("leaves no English sentence standing", () => {
    const same = keysWhere(texts, (key, text) => text == englishOf(key));
    expect(same.filter((key) => words(englishOf(key)).includes(" "))).toEqual([]);
    // Words that are the same in both: "Service", "Date", "Marketing" …
    expect(same.length).toBeLessThanOrEqual(8);
  });
});
