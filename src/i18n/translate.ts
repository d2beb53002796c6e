/**
 * The text for a key with its placeholders filled in. `{name}` takes `values.name`; a placeholder
 * without a value stays as it is. With a `count` among the values the key is a stem, and its form
 * is chosen by the plural rules of the language (`.one`, `.few` …, in doubt `.other`).
 *
 * `messages` is complete and has no prototype: the caller has laid the language and the site's wording
 * over English. A key that is missing all the same is given back as it is, where a developer can see it.
 *
 * @param language a tag that `Intl` accepts.
 */
export function translate(
  messages: Readonly<Record<string, string>>,
  key: string,
  values: Readonly<Record<string, string | number>> = {},
  language?: string,
): string {
  const own = (name: string) => (Object.hasOwn(values, name) ? values[name] : undefined);
  const count = own("count");
  const form = count == null ? "" : `.${formOf(Number(count), language)}`;
  // The values are put in by a function: `$&` in a name must stay `$&`.
  const text = String(messages[key + form] ?? messages[`${key}.other`] ?? key);
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => `${own(name) ?? whole}`);
}

/** English needs no table of rules: its first use on a page takes longer than to make the buttons of the banner. */
const formOf = (count: number, language: string | undefined): string =>
  language == "en" ? (count == 1 ? "one" : "other") : new Intl.PluralRules(language).select(count);
