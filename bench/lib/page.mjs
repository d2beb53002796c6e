// The page that every contestant stands in: the same text, the same three tags of another origin.

/** The three optional categories, one gated script each. */
export const CATEGORIES = ["functional", "performance", "marketing"];

const words =
  "Bread rises because yeast turns sugar into gas, and dough keeps it. Salt slows it, warmth hurries it. ";
const article = Array.from({ length: 12 }, (_, index) => `<p>${words.repeat(2 + (index % 3))}</p>`);

/** Address of a vendor's script. */
export const vendorScript = (vendor, name) => `${vendor}/${name}.js`;

/** Code of an inline gated script, for the many. */
export const manyCode = (index) => `benchRan(${index})`;

/**
 * Names of gated scripts: `[{ category, src }]` of another origin, or `[{ category, code }]` where
 * many are released.
 */
export function gatedScripts(vendor, many) {
  if (!many)
    return CATEGORIES.map((category) => ({ category, src: vendorScript(vendor, category) }));
  return Array.from({ length: many }, (_, index) => ({
    category: CATEGORIES[index % CATEGORIES.length],
    code: manyCode(index),
  }));
}

/** Marks gated scripts with one attribute, as most products want it. */
export const marked = (scripts, attribute, { src = "data-src", more = "" } = {}) =>
  scripts
    .map(({ category, src: address, code }) =>
      address
        ? `<script async type="text/plain"${more} ${attribute}="${category}" ${src}="${address}"></script>`
        : `<script type="text/plain"${more} ${attribute}="${category}">${code}</script>`,
    )
    .join("\n");

/** A whole page. `head` comes first of all scripts, `tags` after it, `start` first in the body, `end` last. */
export const page = ({ head = "", tags = "", start = "", end = "" }) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Bread</title>
<link rel="icon" href="data:,">
<style>body{font:16px/1.5 system-ui,sans-serif;max-width:40em;margin:2em auto;padding:0 1em}</style>
${head}
${tags}
</head>
<body>${start}
<h1>Bread</h1>
${article.join("\n")}
${end}
</body>
</html>
`;
