import { own } from '../lib/own.js';

function translate(messages, key, values, language) {
  const count = own(values, "count");
  const text = typeof count == "number" ? own(messages, `${key}.${plural(count, language)}`) ?? own(messages, `${key}.other`) : own(messages, key);
  return String(text ?? key).replace(
    /\{(\w+)\}/g,
    (whole, name) => String(own(values, name) ?? whole)
  );
}
function plural(count, language) {
  try {
    return new Intl.PluralRules(language).select(count);
  } catch {
    return "other";
  }
}

export { translate };
