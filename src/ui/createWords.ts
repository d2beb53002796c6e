import type { Config } from "../core/config.ts";
import type { UiHost } from "../core/parts.ts";
import en from "../i18n/locales/en.ts";
import { translate } from "../i18n/translate.ts";
import { dict } from "../lib/dict.ts";
import { own } from "../lib/own.ts";

/** The words and formats of the language that is shown. */
export interface Words {
  /** BCP 47 tag that `Intl` accepts. */
  readonly language: string;
  /** Every text. */
  readonly messages: Readonly<Record<string, string>>;
  /** A text by its key; with `count` among the values, by its stem. */
  text(key: string, values?: Readonly<Record<string, string | number>>): string;
  /** The name of a category or service. */
  name(id: string): string;
  /** What a category is for, or empty. */
  about(id: string): string;
  /** A purpose: one of ours by its key, else the site's own words. */
  purpose(purpose: string): string;
  /** `"13 months"` in the language; words that are not a count and a unit stay as they are. */
  lifetime(lifetime: string): string;
  /** The name of an ISO 3166 country; what is none stays as it is. */
  country(code: string): string;
  /** "a, b, c" with the comma of the script. */
  list(items: readonly string[]): string;
  /** A day, from milliseconds since 1970 or ISO 8601. */
  date(time: number | string, withTime?: boolean): string;
}

type Host = Pick<UiHost, "messages" | "language"> & { config: Pick<Config, "services"> };

/** Makes the words of a host, `host.messages` laid over English. `Intl` speaks for all languages, so that no language file repeats it. */
export function createWords(host: Host): Words {
  const { config } = host;
  // What a language file lacks is said in English.
  const messages = Object.assign(dict<string>(), en, host.messages);
  let { language } = host;
  try {
    Intl.getCanonicalLocales(language);
  } catch {
    language = "en"; // A site's own spelling ("en_GB") must not stop the banner.
  }
  const comma = /^(ar|fa|ur|ps|ckb|ug)/.test(language)
    ? "، "
    : /^(ja|zh)/.test(language)
      ? "、"
      : ", ";
  const text: Words["text"] = (key, values) => translate(messages, key, values, language);
  const message = (key: string) => own(messages, key) as string | undefined;

  return {
    language,
    messages,
    text,
    name: (id) =>
      config.services.find((service) => service.id == id)?.name ?? message(`category.${id}`) ?? id,
    about: (id) => message(`category.${id}.about`) ?? "",
    purpose: (purpose) => message(`purpose.${purpose}`) ?? purpose,
    lifetime: (lifetime) => {
      const [, count, unit] =
        /^(\d+) (second|minute|hour|day|week|month|year)s?$/.exec(lifetime) ?? [];
      return unit
        ? new Intl.NumberFormat(language, { style: "unit", unit, unitDisplay: "long" }).format(
            Number(count),
          )
        : (message(`lifetime.${lifetime}`) ?? lifetime);
    },
    country: (code) => {
      try {
        return new Intl.DisplayNames(language, { type: "region" }).of(code) ?? code;
      } catch {
        return code; // Not a country code: the site's own words.
      }
    },
    // Not by Intl.ListFormat: its first use in a tab reads the data of every locale, measured at 60 to
    // 350 ms of main thread (Chromium, 4x slow-down), and the first layer must not be a long task.
    list: (items) => items.join(comma),
    date: (time, withTime) =>
      new Date(time).toLocaleString(language, {
        dateStyle: "long",
        ...(withTime && { timeStyle: "short" }),
      }),
  };
}
