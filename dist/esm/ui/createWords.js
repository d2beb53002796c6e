import en from '../i18n/locales/en.js';
import { translate } from '../i18n/translate.js';
import { dict } from '../lib/dict.js';
import { own } from '../lib/own.js';

function createWords(host) {
  const { config } = host;
  const messages = Object.assign(dict(), en, host.messages);
  let { language } = host;
  try {
    Intl.getCanonicalLocales(language);
  } catch {
    language = "en";
  }
  const comma = /^(ar|fa|ur|ps|ckb|ug)/.test(language) ? "\u060C " : /^(ja|zh)/.test(language) ? "\u3001" : ", ";
  const text = (key, values) => translate(messages, key, values, language);
  const message = (key) => own(messages, key);
  return {
    language,
    messages,
    text,
    name: (id) => config.services.find((service) => service.id == id)?.name ?? message(`category.${id}`) ?? id,
    about: (id) => message(`category.${id}.about`) ?? "",
    purpose: (purpose) => message(`purpose.${purpose}`) ?? purpose,
    lifetime: (lifetime) => {
      const [, count, unit] = /^(\d+) (second|minute|hour|day|week|month|year)s?$/.exec(lifetime) ?? [];
      return unit ? new Intl.NumberFormat(language, { style: "unit", unit, unitDisplay: "long" }).format(
        Number(count)
      ) : message(`lifetime.${lifetime}`) ?? lifetime;
    },
    country: (code) => {
      try {
        return new Intl.DisplayNames(language, { type: "region" }).of(code) ?? code;
      } catch {
        return code;
      }
    },
    // Not by Intl.ListFormat: its first use in a tab reads the data of every locale, measured at 60 to
    // 350 ms of main thread (Chromium, 4x slow-down), and the first layer must not be a long task.
    list: (items) => items.join(comma),
    date: (time, withTime) => new Date(time).toLocaleString(language, {
      dateStyle: "long",
      ...withTime && { timeStyle: "short" }
    })
  };
}

export { createWords };
