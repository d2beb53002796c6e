import { readdirSync } from 'node:fs';
import { C as CommandError, E as EXIT } from './exitCodes.js';
import { p as packageFile, l as loadDoor } from './readSite.js';

const NORWEGIAN = ["nb", "no", "nn"];
function pickLocale(wanted, available, fallback = "en") {
  for (const tag of wanted) {
    const found = lookUp(tag, available);
    if (found) return found;
  }
  return fallback;
}
function lookUp(tag, available) {
  const find = (test) => available.find((one) => test(one.toLowerCase()));
  let locale;
  try {
    locale = new Intl.Locale(tag.trim().replaceAll("_", "-"));
  } catch {
    return void 0;
  }
  const { language } = locale;
  const { script } = locale.maximize();
  const candidates = [];
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
