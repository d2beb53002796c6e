import { readdirSync } from 'node:fs';
import { C as CommandError, E as EXIT } from './exitCodes.js';
import { p as packageFile, l as loadDoor } from './readSite.js';

function pickLocale(wanted, available, fallback = "en") {
  for (const tag of wanted) {
    const start = `${spelled(tag)}-`;
    const fit = (one) => {
      const part = `${spelled(one)}-`;
      return start.startsWith(part) ? part.length : 0;
    };
    const [best] = available.filter((one) => languageOf(one) == languageOf(tag)).sort((a, b) => fit(b) - fit(a));
    if (best) return best;
  }
  return fallback;
}
const spelled = (tag) => tag.trim().toLowerCase().replace(/_/g, "-").replace(/^iw\b/, "he").replace(/^zh-(tw|hk|mo)\b/, "zh-hant");
const languageOf = (tag) => spelled(tag).replace(/-.*/s, "").replace(/^n[on]$/, "nb");

function findLanguage(wanted) {
  const offered = readdirSync(packageFile("dist/esm/i18n/locales")).filter((file) => file.endsWith(".js")).map((file) => file.slice(0, -3));
  const found = pickLocale([wanted], offered, "");
  if (found) return found;
  throw new CommandError(
    EXIT.usage,
    `language-unknown: There is no language ${JSON.stringify(wanted)}. There are ${offered.join(", ")}.`
  );
}
async function loadMessages(tag) {
  return await loadDoor("i18n/locales", tag);
}

export { findLanguage as f, loadMessages as l };
