import { $, field, make, option } from "./configurator-dom.js";

const COLOURS = { accent: "Buttons", "on-accent": "Their words", surface: "Ground", text: "Text" };
const START = {
  light: { accent: "#20404f", "on-accent": "#ffffff", surface: "#ffffff", text: "#1c2127" },
  dark: { accent: "#bfe0ea", "on-accent": "#11212a", surface: "#1d2125", text: "#eef0f2" },
};
const RADIUS = "16";

/** Those of themes.css: name, then light and dark with each custom property. */
const themes = {};
for (const scheme of ["light", "dark"]) {
  $("colours").append(make("span", { textContent: scheme == "light" ? "Light" : "Dark" }));
  for (const [name, label] of Object.entries(COLOURS)) {
    const input = make("input", { type: "color", value: START[scheme][name] });
    input.name = `${scheme}-${name}`;
    input.setAttribute("aria-label", `${label}, ${scheme}`);
    $("colours").append(make("label", {}, label, input));
  }
}

const sheet = new CSSStyleSheet();
sheet.replaceSync(await (await fetch("themes.css")).text());
const collect = (rules, scheme) => {
  for (const rule of rules) {
    if (rule instanceof CSSMediaRule) collect(rule.cssRules, "dark");
    else {
      const name = /data-theme="([\w-]+)"/.exec(rule.selectorText)[1];
      const said = [...rule.style].map((key) => [
        key.slice(12),
        rule.style.getPropertyValue(key).trim(),
      ]);
      themes[name] ??= { light: {}, dark: {} };
      Object.assign(themes[name][scheme], Object.fromEntries(said));
    }
  }
};
collect(sheet.cssRules, "light");
for (const name of Object.keys(themes)) {
  field("theme").append(option(name, name[0].toUpperCase() + name.slice(1)));
}

/** The colours of one scheme, or none where ours stay. */
function coloursOf(scheme) {
  const theme = field("theme").value;
  if (!theme) return {};
  if (theme != "own") {
    const { radius: _radius, font: _font, ...colours } = themes[theme][scheme];
    return colours;
  }
  const own = Object.fromEntries(
    Object.keys(COLOURS).map((name) => [name, field(`${scheme}-${name}`).value]),
  );
  const mix = (part) => `color-mix(in srgb, ${own.text} ${part}%, ${own.surface})`;
  // Those that are not asked for follow, or they would be the default's on a dark device.
  return { ...own, muted: mix(85), edge: mix(60), line: mix(15), tint: mix(6) };
}

function shapeOf() {
  const [radius, font] = [field("radius").value, field("font").value];
  const own = font == "own" ? field("ownFont").value.trim() : font;
  return { ...(radius != RADIUS && { radius: `${radius}px` }), ...(own && { font: own }) };
}

/** All custom properties on a device that is light or dark. */
export const styleOf = (scheme) => ({ ...coloursOf(scheme), ...shapeOf() });

/** The same for a page that is shown on both, each by its own rule. */
export const styleOfBoth = () =>
  ["light", "dark"]
    .map((scheme) => {
      const lines = Object.entries(styleOf(scheme)).map(
        ([name, value]) => `--consentry-${name}: ${value};`,
      );
      return `@media (prefers-color-scheme: ${scheme}) { :root { ${lines.join(" ")} } }`;
    })
    .join("\n");

/** The same as CSS for the site's pages, or empty. */
export function styleTextOf() {
  const lines = (style, indent) =>
    Object.entries(style).map(([name, value]) => `${indent}  --consentry-${name}: ${value};`);
  const day = lines(styleOf("light"), "");
  const night = lines(coloursOf("dark"), "  ");
  if (!day.length) return "";
  const dark = night.length
    ? ["@media (prefers-color-scheme: dark) {", "  :root {", ...night, "  }", "}"]
    : [];
  return [":root {", ...day, "}", ...dark].join("\n");
}

field("theme").addEventListener("input", ({ target: { value } }) => {
  $("colours").hidden = value != "own";
  // A theme brings its shape along; what is chosen after it counts.
  const { radius = RADIUS, font = "" } = themes[value]?.light ?? {};
  if (value != "own") {
    field("radius").value = parseInt(radius);
    const offered = [...field("font").options].some((one) => one.value == font);
    field("font").value = offered ? font : "own";
    field("ownFont").value = offered ? "" : font;
    $("ownFont").hidden = offered;
  }
});
field("font").addEventListener("input", ({ target: { value } }) => {
  $("ownFont").hidden = value != "own";
});
