import { translate } from '../i18n/translate.js';
import { dict } from '../lib/dict.js';

function createTexts(host, english) {
  const messages = Object.assign(dict(), english, host.messages);
  let { language } = host;
  try {
    Intl.getCanonicalLocales(language);
  } catch {
    language = "en";
  }
  const comma = /^(ar|fa|ur|ps|ckb|ug)/.test(language) ? "\u060C " : /^(ja|zh)/.test(language) ? "\u3001" : ", ";
  return {
    language,
    messages,
    text: (key, values) => translate(messages, key, values, language),
    name: (id) => host.config.services.find((service) => service.id == id)?.name ?? messages[`category.${id}`] ?? id,
    // Not by Intl.ListFormat: its first use in a tab reads the data of every locale, measured at 60 to
    // 350 ms of main thread (Chromium, 4x slow-down), and the first layer must not be a long task.
    list: (items) => items.join(comma)
  };
}

export { createTexts };
