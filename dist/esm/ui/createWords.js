import en from '../i18n/locales/en.js';
import { createTexts } from './createTexts.js';

function createWords(host) {
  const texts = createTexts(host, en);
  const { language, messages } = texts;
  return {
    ...texts,
    about: (id) => messages[`category.${id}.about`] ?? "",
    purpose: (purpose) => messages[`purpose.${purpose}`] ?? purpose,
    lifetime: (lifetime) => {
      const [, count, unit] = /^(\d+) (second|minute|hour|day|week|month|year)s?$/.exec(lifetime) ?? [];
      return unit ? new Intl.NumberFormat(language, { style: "unit", unit, unitDisplay: "long" }).format(
        Number(count)
      ) : messages[`lifetime.${lifetime}`] ?? lifetime;
    },
    country: (code) => {
      try {
        return new Intl.DisplayNames(language, { type: "region" }).of(code) ?? code;
      } catch {
        return code;
      }
    },
    date: (time, withTime) => new Date(time).toLocaleString(language, {
      dateStyle: "long",
      ...withTime && { timeStyle: "short" }
    })
  };
}

export { createWords };
