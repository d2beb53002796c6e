function translate(messages, key, values = {}, language) {
  const own = (name) => Object.hasOwn(values, name) ? values[name] : void 0;
  const count = own("count");
  const form = count == null ? "" : `.${new Intl.PluralRules(language).select(Number(count))}`;
  const text = String(messages[key + form] ?? messages[`${key}.other`] ?? key);
  return text.replace(/\{(\w+)\}/g, (whole, name) => `${own(name) ?? whole}`);
}

export { translate };
