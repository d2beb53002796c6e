/** Edits of sources by the few forms that generators of apps write. What has another form gives null: then a person edits. */

/** How a source writes its imports. */
interface Manner {
  quote: string;
  end: string;
}

const FIRST_IMPORT = /^import\b[^;'"]*(['"])[^'"\n]*\1(;?)[^\S\n]*$/m;
const IMPORT = /^import\b[^;'"]*(['"])[^'"\n]*\1(;?)[^\S\n]*$/gm;

/** The one list of a configuration that extends it. */
const LISTS: Readonly<Record<"plugins" | "integrations" | "modules" | "providers", RegExp>> = {
  modules: /\bmodules:\s*\[(\s*)/g,
  plugins: /\bplugins:\s*\[(\s*)/g,
  integrations: /\bintegrations:\s*\[(\s*)/g,
  providers: /\bproviders:\s*\[(\s*)/g,
};
const TAGS: Readonly<Record<"html" | "head" | "body", RegExp>> = {
  html: /<html(?=[\s>])/gi,
  head: /<head(?=[\s>])/gi,
  body: /<body(?=[\s>])/gi,
};

/** An import as text: of what, from where. */
export function importOf(what: string, from: string): string {
  return `import ${what}${what && " from "}${JSON.stringify(from)};`;
}

function mannerOf(source: string): Manner {
  const [, quote, end] = FIRST_IMPORT.exec(source) ?? [];
  if (quote != null && end != null) return { quote, end };
  // Where nothing is imported yet, by its other statements.
  return {
    quote: /["']/.exec(source.replace(/\/\/.*/g, ""))?.[0] ?? '"',
    end: source && !/;[^\S\n]*$/m.test(source) ? "" : ";",
  };
}

/** A statement in the manner of a source: its quotes, and semicolons or none. */
export function inManner(source: string, statement: string): string {
  const { quote, end } = mannerOf(source);
  return statement.replaceAll('"', quote).replace(/;$/, end);
}

/** Imports behind the last one, or before everything where there is none. */
export function addImports(source: string, imports: readonly string[]): string {
  const text = imports.map((one) => `${inManner(source, one)}\n`).join("");
  const last = [...source.matchAll(IMPORT)].at(-1);
  if (!last) return `${text}${source && "\n"}${source}`;
  const at = last.index + last[0].length + 1;
  return source.slice(0, at) + text + source.slice(at);
}

/** An import that has to run before the others. */
export function addFirstImport(source: string, statement: string): string {
  const [first] = source.matchAll(IMPORT);
  const at = first?.index ?? 0;
  return `${source.slice(0, at)}${inManner(source, statement)}\n${source.slice(at)}`;
}

/** An entry of the one list of that name, or of a list made for it in the one call of `defineConfig` or `defineNuxtConfig`. */
export function addToList(source: string, list: keyof typeof LISTS, entry: string): string | null {
  const lists = [...source.matchAll(LISTS[list])];
  if (lists.length > 1) return null;
  const [found] = lists;
  if (found) {
    const at = found.index + found[0].length;
    const rest = source[at] == "]" ? "" : found[1]!.includes("\n") ? `,${found[1]}` : ", ";
    return source.slice(0, at) + entry + rest + source.slice(at);
  }
  const calls = [...source.matchAll(/\bdefine(?:Nuxt)?Config\(\{(\s*\}\))?/g)];
  const [call] = calls;
  if (calls.length != 1 || !call) return null;
  const at = source.indexOf("({", call.index) + 2;
  const rest = source.slice(at).replace(/^\s*\}\)/, "\n})");
  return `${source.slice(0, at)}\n  ${list}: [${entry}],${rest.startsWith("\n") ? "" : "\n"}${rest}`;
}

/** Where the start tag of the one element of a name ends, in HTML or JSX; null where there is not exactly one. */
export function tagEnd(source: string, name: keyof typeof TAGS): number | null {
  const starts = [...source.matchAll(TAGS[name])];
  if (starts.length != 1) return null;
  let depth = 0;
  for (let at = starts[0]!.index; at < source.length; at++) {
    if (source[at] == "{") depth++;
    else if (source[at] == "}") depth--;
    else if (source[at] == ">" && !depth) return at + 1;
  }
  return null;
}

/** White space at the begin of the line on which a place lies. */
export function indentAt(source: string, at: number): string {
  const line = source.slice(source.lastIndexOf("\n", at - 1) + 1, at);
  return /^\s*/.exec(line)![0];
}
