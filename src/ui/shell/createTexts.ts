import type { Config } from "../../core/config/config.ts";
import type { UiHost } from "../../core/config/parts.ts";
import type { TextKey } from "../../core/config/messages.ts";
import { translate } from "../../i18n/translate.ts";
import { dict } from "../../lib/dict.ts";

/** The texts of the language that is shown: as much as the first layer needs. */
export interface Texts {
  /** BCP 47 tag that `Intl` accepts. */
  readonly language: string;
  /** Every text. */
  readonly messages: Readonly<Record<string, string>>;
  /** A text by its key; with `count` among the values, by its stem. */
  text(key: TextKey, values?: Readonly<Record<string, string | number>>): string;
  /** The name of a category or service. */
  name(id: string): string;
  /** "a, b, c" with the comma of the script. */
  list(items: readonly string[]): string;
}

/** What the words are made for. */
export type WordsHost = Pick<UiHost, "messages" | "language"> & {
  config: Pick<Config, "services">;
};

/** Makes the texts of a host: `host.messages` laid over `english`, which says what they lack. */
export function createTexts(host: WordsHost, english: Readonly<Record<string, string>>): Texts {
  const messages = Object.assign(dict<string>(), english, host.messages);
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
  return {
    language,
    messages,
    text: (key, values) => translate(messages, key, values, language),
    name: (id) =>
      host.config.services.find((service) => service.id == id)?.name ??
      messages[`category.${id}`] ??
      id,
    // Not by Intl.ListFormat: its first use in a tab reads the data of every locale, measured at 60 to
    // 350 ms of main thread (Chromium, 4x slow-down), and the first layer must not be a long task.
    list: (items) => items.join(comma),
  };
}
