import en from "../../i18n/locales/en.ts";
import { createTexts, type Texts, type WordsHost } from "./createTexts.ts";

/** The words and formats of the language that is shown. */
export interface Words extends Texts {
  /** What a category is for, or empty. */
  about(id: string): string;
  /** A purpose: one of ours by its key, else the site's own words. */
  purpose(purpose: string): string;
  /** `"13 months"` in the language; words that are not a count and a unit stay as they are. */
  lifetime(lifetime: string): string;
  /** The name of an ISO 3166 country; what is none stays as it is. */
  country(code: string): string;
  /** A day, from milliseconds since 1970 or ISO 8601. */
  date(time: number | string, withTime?: boolean): string;
}

/** Makes the words of a host. `Intl` speaks for all languages, so that no language file repeats it. */
export function createWords(host: WordsHost): Words {
  const texts = createTexts(host, en);
  const { language, messages } = texts;
  return {
    ...texts,
    about: (id) => messages[`category.${id}.about`] ?? "",
    purpose: (purpose) => messages[`purpose.${purpose}`] ?? purpose,
    lifetime: (lifetime) => {
      const [, count, unit] =
        /^(\d+) (second|minute|hour|day|week|month|year)s?$/.exec(lifetime) ?? [];
      return unit
        ? new Intl.NumberFormat(language, { style: "unit", unit, unitDisplay: "long" }).format(
            Number(count),
          )
        : (messages[`lifetime.${lifetime}`] ?? lifetime);
    },
    country: (code) => {
      try {
        return new Intl.DisplayNames(language, { type: "region" }).of(code) ?? code;
      } catch {
        return code; // Not a country code: the site's own words.
      }
    },
    date: (time, withTime) =>
      new Date(time).toLocaleString(language, {
        dateStyle: "long",
        ...(withTime && { timeStyle: "short" }),
      }),
  };
}
