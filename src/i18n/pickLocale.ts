/**
 * The best of the available tags for the wanted ones, in their order (BCP 47 lookup, RFC 4647
 * section 3.4): exactly, then shortened from the end (`nl-BE` → `nl`), then any other variety of the same
 * language (`pt` → `pt-br`). Chinese goes by the script that the region writes (`zh-TW` → `zh-hant`). Case
 * does not matter. Gives `fallback` when nothing fits.
 *
 * Without `Intl.Locale`, which knows more of this: its first use on a page is slow.
 */
export function pickLocale(
  wanted: readonly string[],
  available: readonly string[],
  fallback = "en",
): string {
  for (const tag of wanted) {
    const start = `${spelled(tag)}-`;
    // The whole of an available tag, as far as the wanted one begins with it.
    const fit = (one: string): number => {
      const part = `${spelled(one)}-`;
      return start.startsWith(part) ? part.length : 0;
    };
    const [best] = available
      .filter((one) => languageOf(one) == languageOf(tag))
      .sort((a, b) => fit(b) - fit(a));
    if (best) return best;
  }
  return fallback;
}

/** Corrects page authors' "pt_BR", and what is out of date ("iw" is Hebrew). */
const spelled = (tag: string): string =>
  tag
    .trim()
    .toLowerCase()
    .replace(/_/g, "-")
    .replace(/^iw\b/, "he")
    .replace(/^zh-(tw|hk|mo)\b/, "zh-hant");

/** Norwegian has three tags for what is, on the web, one written language. */
const languageOf = (tag: string): string =>
  spelled(tag)
    .replace(/-.*/s, "")
    .replace(/^n[on]$/, "nb");
