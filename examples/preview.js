// Starts the configurator's banner as the page around says: its configuration, colours, device and view.
const { config, style, scheme, view, language } = parent.configured;
const root = document.documentElement;
root.style.colorScheme = scheme;
root.lang = language;
for (const [name, value] of Object.entries(style)) {
  root.style.setProperty(`--consentry-${name}`, value);
}
// Another revision each time, so that it asks again.
const options = config && typeof config == "object" ? { ...config } : config;
if (options && typeof options == "object") options.revision = Date.now() % 1_000_000;
// What a page marks is not known here: all that may be asked for is shown.
if (options && typeof options == "object" && !options.services) {
  options.categories ??= ["performance", "marketing"];
}
const consent = Consentry.start(options);

/** Ours follow the device; the device here is the one that was chosen, so its colours are set one by one. */
function dress(host) {
  const [sheet] = host.shadowRoot.adoptedStyleSheets;
  const rules = [...sheet.cssRules];
  const media = rules.filter((rule) => rule instanceof CSSMediaRule);
  const dark = media.find(({ conditionText }) => conditionText.includes("color-scheme"));
  const from = scheme == "dark" ? dark : rules.find(({ selectorText }) => selectorText == ".c");
  const text = from.cssText.replaceAll(/\s+/g, " ");
  for (const [, name, value] of text.matchAll(/--[\w-]+: ?var\(--consentry-([\w-]+), ?(#\w+)\)/g)) {
    if (!(name in style)) root.style.setProperty(`--consentry-${name}`, value);
  }
}
new MutationObserver((_changes, observer) => {
  const host = document.querySelector("[data-consentry]");
  if (!host?.shadowRoot.querySelector("section, dialog")) return;
  observer.disconnect();
  dress(host);
  if (view == "preferences") consent.show("preferences");
  if (view == "none") consent.hide();
}).observe(root, { childList: true, subtree: true, attributes: true });
