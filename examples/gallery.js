// Draws each theme of themes.css twice, and shows the CSS that makes it.
const sheet = [...document.styleSheets].find(({ href }) => href?.endsWith("/themes.css"));
const rules = [...sheet.cssRules];
const dark = rules.find((rule) => rule instanceof CSSMediaRule);
const idOf = (rule) => /data-theme="([\w-]+)"/.exec(rule.selectorText)?.[1];

function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

function cssOf(rule, indent = "") {
  const lines = [...rule.style].map(
    (property) => `${indent}  ${property}: ${rule.style.getPropertyValue(property).trim()};`,
  );
  return `${indent}:root {\n${lines.join("\n")}\n${indent}}`;
}

let count = 0;
const frame = (theme, scheme) =>
  element("iframe", {
    class: scheme,
    title: theme ? `${theme}, ${scheme}` : "plain",
    loading: "lazy",
    src: `theme.html?theme=${theme}&scheme=${scheme}&of=${++count}#consentry-check`,
  });

function section(theme, css) {
  const title = theme
    ? theme[0].toUpperCase() + theme.slice(1)
    : "Plain: light or dark as your device is";
  return element(
    "section",
    { class: "theme" },
    element("h2", {}, title),
    element(
      "div",
      { class: "pair" },
      ...(theme ? ["light", "dark"] : [""]).map((scheme) => frame(theme, scheme)),
    ),
    css
      ? element(
          "details",
          {},
          element("summary", {}, "CSS"),
          element("pre", { tabindex: "0" }, css),
        )
      : "",
  );
}

const themes = rules.filter((rule) => rule instanceof CSSStyleRule);
document.querySelector("main").append(
  section("", ""),
  ...themes.map((rule) => {
    const night = [...dark.cssRules].find((other) => idOf(other) == idOf(rule));
    const media = `@media (prefers-color-scheme: dark) {\n${cssOf(night, "  ")}\n}`;
    return section(idOf(rule), `${cssOf(rule)}\n${media}`);
  }),
);
