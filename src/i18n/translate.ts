import { own } from "../lib/own.ts";

/**
 * The text for a key with its placeholders filled in. `{name}` takes `values.name`; a placeholder
 * without a value stays as it is. With a number in `values.count` the key is a stem, and its form
 * is chosen by the plural rules of the language (`.one`, `.few` …, in doubt `.other`).
 *
 * `messages` is complete: whoever calls has laid the language and the site's wording over English.
 * A key that is missing all the same is given back as it is, where a developer can see it.
 */
export function translate(
  messages: Readonly<Record<string, string>>,
  key: string,
  values?: Readonly<Record<string, string | number>>,
  language?: string,
): string {
  const count = own(values, "count");
  const text =
    typeof count == "number"
      ? (own(messages, `${key}.${plural(count, language)}`) ?? own(messages, `${key}.other`))
      : own(messages, key);
  // The values are put in by a function: `$&` in a name must stay `$&`.
  return String(text ?? key).replace(/\{(\w+)\}/g, (whole, name: string) =>
    String(own(values, name) ?? whole),
  );
}

function plural(count: number, language?: string): string {
  try {
    return new Intl.PluralRules(language).select(count);
  } catch {
    return "other"; // Not a language tag.
  }
}
