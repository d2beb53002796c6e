import { own } from '../lib/own.js';

const PLURAL = /\.(zero|one|two|few|many|other)$/;
function markMissing(host, { messages, language }) {
  const wanted = host.config.language || host.document.documentElement.lang;
  const isEnglish = /^(en(?![a-z])|\s*$)/i.test(wanted);
  if (isEnglish) return false;
  const isWhole = host.language == "en";
  const needed = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  const marked = {};
  for (const [key, text] of Object.entries(messages)) {
    const category = PLURAL.exec(key)?.[1];
    if (category && !needed.some((one) => one == category)) continue;
    if (own(host.messages, key) === void 0) marked[key] = `\u27E6${text}\u27E7`;
  }
  const keys = Object.keys(marked);
  if (!keys.length) return false;
  Object.assign(messages, marked);
  Object.assign(host.messages, marked);
  host.report("text-missing", isWhole ? wanted : `${language}: ${keys.slice(0, 6).join(", ")}`);
  return true;
}

export { markMissing };
