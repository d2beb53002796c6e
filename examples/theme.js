// Shows one theme of themes.css: theme.html?theme=paper. In your page the theme is CSS of yours, and the
// visitor's device says whether it is light or dark; for the gallery, `scheme` says it.
// `of` numbers the banner: a choice in one frame is not the others', since another revision asks again.
const asked = new URLSearchParams(location.search);
const root = document.documentElement;
const theme = asked.get("theme") ?? "";
const scheme = asked.get("scheme");
root.dataset.theme = theme;

if (scheme) {
  root.style.colorScheme = scheme;
  const sheet = [...document.styleSheets].find(({ href }) => href?.endsWith("/themes.css"));
  const flat = [...sheet.cssRules].flatMap((rule) =>
    rule instanceof CSSMediaRule ? (scheme == "dark" ? [...rule.cssRules] : []) : [rule],
  );
  for (const { style } of flat.filter((rule) => root.matches(rule.selectorText))) {
    for (const name of style) root.style.setProperty(name, style.getPropertyValue(name));
  }
}

Consentry.start({
  controller: { name: "Acme BV" },
  policyUrl: "privacy.html",
  categories: ["performance", "marketing"],
  layout: asked.get("layout") ?? "box",
  revision: Number(asked.get("of") ?? 1),
});
