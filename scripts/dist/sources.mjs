// What the build changes in the sources on their way into the files of the script tag.
import { transform } from "esbuild";

/** Style sheets are written to be read; comments, white space and long spellings stay here. */
export const css = {
  name: "css",
  async transform(code, id) {
    if (!/\bcss`/.test(code) || id.includes("node_modules")) return null;
    let minified = "";
    for (const [index, part] of code.split(/\bcss`([^`]*)`/).entries()) {
      minified += index % 2 ? JSON.stringify(await minifyCss(part)) : part;
    }
    return { code: minified, map: null };
  },
};
const minifyCss = async (text) => {
  const made = await transform(text, { loader: "css", minify: true, target: "esnext" });
  if (made.warnings.length) throw new Error(`css: ${made.warnings[0].text}`);
  // What follows a custom property's name is left as it stands; white space in front of it, after a comma and around a product's
  // sign means nothing (CSS Variables 1, 2; CSS Values 4, 10.8).
  return made.code
    .trim()
    .replaceAll(/(--[\w-]+:|,) /g, "$1")
    .replaceAll(/ \* (?=\.?\d)/g, "*");
};

/**
 * In the files that visitors fetch, a parser only says that something is wrong. What and where is said
 * by consentry.diagnostics.js, which parses again with the words and is fetched only then.
 */
export const wordless = {
  name: "wordless",
  transform(code) {
    const cuts = [];
    walk(this.parse(code), (node) => {
      const { type, callee, arguments: given } = node;
      const made = type === "VariableDeclarator" ? node.init : node;
      const isNote = (node.id ?? node.key)?.name === "note";
      // In the browser's files it only arrives as a parameter.
      if (isNote && (made?.params ?? made?.value?.params)?.length) {
        this.error(
          "note() tells problems, and loses what it is given: name this function otherwise",
        );
      }
      if (type !== "CallExpression" || callee.name !== "note" || !given.length) return;
      cuts.push([given[0].start, given.at(-1).end]);
    });
    if (!cuts.length) return null;
    for (const [start, end] of cuts.sort((a, b) => b[0] - a[0])) {
      code = code.slice(0, start) + code.slice(end);
    }
    return { code, map: null };
  },
};

/**
 * Of js-cookie only `set` is called (docs/decisions/003): what reads, removes and is configured otherwise stays in the package.
 * Stops the build where the package is not written as it was.
 */
export const cookieWriter = {
  name: "cookie-writer",
  transform(code, id) {
    if (!/[\\/]js-cookie[\\/]/.test(id)) return null;
    const cuts = [];
    walk(this.parse(code), ({ type, callee, arguments: given, properties, end }) => {
      if (type === "CallExpression" && callee.property?.name === "create") {
        const [methods, described] = given;
        cuts.push([methods.end, described.end]);
        const [set, next] = methods.properties;
        if (set.key.name === "set") cuts.push([set.end, methods.end - 1]);
        if (next.key.name !== "get") cuts.length = 0;
      }
      if (type !== "ObjectExpression" || properties.length !== 2) return;
      const [read, write] = properties;
      if (read.key.name === "read" && write.end < end) cuts.push([read.start, write.start]);
    });
    if (cuts.length !== 3) this.error("js-cookie is written otherwise: see what is left out of it");
    for (const [start, end] of cuts.sort((a, b) => b[0] - a[0])) {
      code = code.slice(0, start) + code.slice(end);
    }
    return { code, map: null };
  },
};

/**
 * Names of the browser's that a page's own scripts take for variables. Classic scripts share one scope: where a page says
 * `const Map = …`, each script's `Map` is the page's, and each module's too. The rest of the platform's names is left: each that is
 * read of the window has its bytes.
 */
export const TAKEN = [
  ...["Event", "Node", "Element", "HTMLElement", "Document"],
  ...["URL", "URLSearchParams", "Map", "Proxy", "navigator", "crypto", "performance"],
];

/** Reads these of the window, where no variable gets in between. `window` itself none can be named (HTML, `LegacyUnforgeable`). */
export function ofWindow(code, ast) {
  for (const start of readsOf(ast, TAKEN).sort((a, b) => b - a)) {
    code = `${code.slice(0, start)}window.${code.slice(start)}`;
  }
  return code.replaceAll(/\bglobalThis\b/g, "window");
}

/** Where code reads variables of these names, of which it declares none. */
export function readsOf(ast, names) {
  const members = new Set();
  const starts = [];
  walk(ast, ({ type, property, key, value, computed, shorthand }) => {
    if (computed) return;
    if (type === "MemberExpression") members.add(property);
    else if (key) members.add(key);
    if (shorthand && names.includes(value.name)) throw new Error(`{ ${value.name} }: write it out`);
  });
  walk(ast, (node) => {
    if (node.type !== "Identifier" || members.has(node)) return;
    if (names.includes(node.name)) starts.push(node.start);
  });
  return starts;
}

export function walk(node, visit) {
  if (Array.isArray(node)) for (const part of node) walk(part, visit);
  else if (node && typeof node === "object") {
    if (typeof node.type === "string") visit(node);
    for (const key in node) if (key !== "type") walk(node[key], visit);
  }
}
