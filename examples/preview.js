// Starts the configurator's banner as the page around says: its configuration, colours, device and view.
const { config, style, both, scheme, view, language, tell } = parent.configured;
const root = document.documentElement;
root.style.colorScheme = scheme;
root.lang = language;
for (const [name, value] of Object.entries(style)) {
  root.style.setProperty(`--consentry-${name}`, value);
}
// This device is the one that was chosen: not every engine lets a frame follow the page around it.
const ask = window.matchMedia.bind(window);
window.matchMedia = (query) => {
  const asked = /prefers-color-scheme: *(\w+)/.exec(query)?.[1];
  return ask(!asked ? query : asked == scheme ? "all" : "not all");
};
// As a page's own style sheet would, so that the library finds the colours of the other scheme too.
const sheet = new CSSStyleSheet();
sheet.replaceSync(both);
document.adoptedStyleSheets = [sheet];
// Another revision each time, so that it asks again; one that is wrong stays, and is reported.
const options = { ...config };
const { revision = 1 } = options;
const isUsable = Number.isInteger(revision) && revision >= 0 && revision < 1e9;
if (isUsable) options.revision = Date.now() % 1_000_000;
// What a page marks is not known here: all that may be asked for is shown.
if (!options.services) options.categories ??= ["performance", "marketing"];
const consent = Consentry.start(options);
consent.on("problem", tell);

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
