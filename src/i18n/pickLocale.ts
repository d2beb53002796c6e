/** Norwegian has three tags for what is, on the web, one written language. */
const NORWEGIAN = ["nb", "no", "nn"];

/**
 * The best of the available tags for the wanted ones, in their order (BCP 47 lookup, RFC 4647
 * section 3.4): exactly, then shortened from the end (`nl-BE` → `nl`), then by the script that the
 * region writes (`zh-TW` → `zh-hant`), then any other variety of the same language (`pt` → `pt-br`).
 * Case does not matter. Gives `fallback` when nothing fits.
 */
export function pickLocale(
  wanted: readonly string[],
  available: readonly string[],
  fallback = "en",
): string {
  for (const tag of wanted) {
    const found = lookUp(tag, available);
    if (found) return found;
  }
  return fallback;
}

function lookUp(tag: string, available: readonly string[]): string | undefined {
  const find = (test: (tag: string) => boolean) => available.find((one) => test(one.toLowerCase()));
  let locale: Intl.Locale;
  try {
    // Also mends what is out of date ("iw" is Hebrew), and page authors' "pt_BR".
    locale = new Intl.Locale(tag.trim().replaceAll("_", "-"));
  } catch {
    return undefined; // Not a language tag.
  }
  const { language } = locale;
  const { script } = locale.maximize();
  const candidates: string[] = [];
  for (let rest = locale.baseName; rest.includes("-"); rest = rest.replace(/-[^-]+$/, "")) {
    candidates.push(rest);
  }
  candidates.push(`${language}-${script}`, language);
  if (NORWEGIAN.includes(language)) candidates.push(...NORWEGIAN);
  for (const candidate of candidates) {
    const found = find((one) => one == candidate.toLowerCase());
    if (found) return found;
  }
  return find((one) => one.startsWith(`${language}-`));
}
