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
  // What follows a custom property's name is left as it stands; white space in front of it means nothing (CSS Variables 1, 2).
  return made.code.trim().replaceAll(/(--[\w-]+[:,]) /g, "$1");
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
export function walk(node, visit) {
  if (Array.isArray(node)) for (const part of node) walk(part, visit);
  else if (node && typeof node === "object") {
    if (typeof node.type === "string") visit(node);
    for (const key in node) if (key !== "type") walk(node[key], visit);
  }
}
