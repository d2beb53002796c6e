// Two products from one source. For npm: every module by itself under dist/esm, so that bundlers take what is
// used. For script tags: a few minified files in dist/ that find each other by their folder.
import { createHash } from "node:crypto";
import { cpSync, globSync, readFileSync, readdirSync } from "node:fs";
import { basename, resolve as resolvePath } from "node:path";
import resolve from "@rollup/plugin-node-resolve";
import { build as bundle, transform } from "esbuild";
import esbuild from "rollup-plugin-esbuild";
import { minify } from "terser";

const { version, dependencies, peerDependencies } = JSON.parse(
  readFileSync("package.json", "utf8"),
);

const isTest = (file) => /\.test\.tsx?$/.test(file);
const filesOf = (folder) =>
  readdirSync(folder)
    .filter((file) => file.endsWith(".ts") && !isTest(file))
    .map((file) => basename(file, ".ts"))
    .sort();
const locales = filesOf("src/i18n/locales");
const services = filesOf("src/catalogue/services");
const signals = filesOf("src/catalogue/signals");
const migrations = filesOf("src/catalogue/migrations");
const shims = filesOf("src/catalogue/migrations/shims").map((id) => `shims/${id}`);

/** Names the sources in each consent record: whoever has them can compute it again. */
const build = createHash("sha256");
for (const file of globSync("src/**/*.{ts,tsx}").sort()) {
  if (!isTest(file))
    build.update(file.replaceAll("\\", "/")).update("\0").update(readFileSync(file)).update("\0");
}

const facts = {
  __VERSION__: JSON.stringify(version),
  __BUILD__: JSON.stringify(build.digest("hex").slice(0, 16)),
  // "arbg… pt-br": those of two letters without a sign between them.
  __LOCALES__: JSON.stringify(
    locales
      .filter((tag) => tag !== "en")
      .sort((a, b) => a.length - b.length)
      .map((tag) => (tag.length > 2 ? ` ${tag}` : tag))
      .join(""),
  ),
};

/** Style sheets are written to be read; comments, white space and long spellings stay here. */
const css = {
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
  return made.code.trim();
};

/**
 * In the files that visitors fetch, a parser only says that something is wrong. What and where is said
 * by consentry.diagnostics.js, which parses again with the words and is fetched only then.
 */
const wordless = {
  name: "wordless",
  transform(code) {
    const cuts = [];
    walk(this.parse(code), (node) => {
      const { type, callee, arguments: given } = node;
      if (type === "VariableDeclarator" && node.id.name === "note" && node.init?.params?.length) {
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
function walk(node, visit) {
  if (Array.isArray(node)) for (const part of node) walk(part, visit);
  else if (node && typeof node === "object") {
    if (typeof node.type === "string") visit(node);
    for (const key in node) if (key !== "type") walk(node[key], visit);
  }
}

const plugins = (browser) => [
  resolve({ extensions: [".js", ".ts", ".tsx"], browser }),
  esbuild({
    target: "es2022",
    jsx: "automatic",
    jsxImportSource: "preact",
    tsconfig: false,
    define: facts,
  }),
];
/**
 * Properties that only our own files use among themselves begin with `_`, and are made short, alike in every file.
 * No page, vendor or platform knows them, nor another build: what the inline head leaves for whatever comes after it
 * has its full names.
 */
const INNER = /^_[a-z]\w*$/;
/** How often each stands in what a returning visitor fetches, and in all that a visitor may fetch. */
const count = (files) => {
  const counts = new Map();
  for (const file of files) {
    for (const [word] of readFileSync(file, "utf8").matchAll(/\b\w+\b/g)) {
      if (INNER.test(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  return counts;
};
const { metafile } = await bundle({
  entryPoints: ["src/entries/tag.ts"],
  bundle: true,
  format: "esm",
  splitting: true,
  outdir: ".tmp/unused",
  metafile: true,
  write: false,
  logLevel: "silent",
});
const returning = count(Object.keys(metafile.inputs));
const everywhere = count(
  globSync("src/{core,lib,storage,gate,head,engine,proof,ui,entries}/**/*.{ts,tsx}").filter(
    (file) => !isTest(file),
  ),
);
const LETTERS = [..."etnarisoldumcphfgvbyxwkzqjETNARISOLDUMCPHFGVBYXWKZQJ"];
/** The more often a name is used there, the sooner it gets a single letter. */
const byUse = [...everywhere.keys()].sort(
  (a, b) =>
    (returning.get(b) ?? 0) - (returning.get(a) ?? 0) ||
    everywhere.get(b) - everywhere.get(a) ||
    (a < b ? -1 : 1),
);
const short = (index) => {
  const letter = LETTERS[index % LETTERS.length];
  const lap = Math.floor(index / LETTERS.length);
  return lap ? `${letter}${lap - 1}` : letter;
};
const nameCache = {
  props: { props: Object.fromEntries(byUse.map((name, index) => [`$${name}`, short(index)])) },
};

/** One word for all that is declared: neighbours join, and what is sent repeats itself more. Nothing is assigned twice. */
const declareAlike = (code, ast) => {
  const starts = [];
  walk(ast, ({ type, kind, start }) => {
    if (type == "VariableDeclaration" && kind == "const") starts.push(start);
  });
  for (const start of starts.sort((a, b) => b - a)) {
    code = `${code.slice(0, start)}let${code.slice(start + "const".length)}`;
  }
  return code;
};

/** `names`: whether INNER may be shortened; not in a file that reads what others wrote. */
const squeeze = (module, names = true) => ({
  name: "squeeze",
  async renderChunk(code) {
    const { code: small } = await minify(declareAlike(code, this.parse(code)), {
      module,
      ecma: 2020,
      compress: {
        passes: 5,
        unsafe_arrows: true,
        pure_getters: true,
        hoist_funs: true,
        lhs_constants: false,
      },
      mangle: names ? { properties: { regex: INNER } } : {},
      nameCache: structuredClone(nameCache),
      format: { comments: false, ascii_only: !module },
    });
    return { code: small, map: null };
  },
});

/** Chunks that a file fetches itself, by the module they begin with. */
const chunkNames = {
  drawPreferences: "consentry.preferences",
  createSender: "consentry.sender",
  createReader: "consentry.reader",
  reportTheme: "consentry.theme-check",
  runShim: "consentry.shim",
};

/** A minified file beside consentry.js, with the chunks that it fetches when they are needed. */
const besides = (name, input, { format = "es", words = false, names = true } = {}) => ({
  input: { [name]: input },
  preserveEntrySignatures: "allow-extension",
  plugins: [css, ...plugins(true), !words && wordless, squeeze(format === "es", names)],
  output: {
    dir: "dist",
    format,
    // What throws in strict mode alone would throw into the page.
    strict: false,
    entryFileNames: "[name].js",
    experimentalMinChunkSize: 1000,
    chunkFileNames: ({ name: chunk }) => `${chunkNames[chunk] ?? `consentry.${chunk}`}.js`,
  },
});

/** What knows a vendor: names that begin with `_` are the vendor's (`_paq`, `_fbq`), and stay. */
const vendor = (name, input) => besides(name, input, { names: false });

/** Where a visitor is asked: the second file takes from the first, which is there already, what both need. */
const asked = besides("consentry.banner", "src/entries/tag.banner.ts");
asked.input["consentry.decisions-proof"] = "src/entries/tag.decisions-proof.ts";
const first = ["banner", "decisions-proof"];
asked.output.manualChunks = (id, { getModuleInfo }) => {
  // What a file needs at once stands in it, and not in one that it fetches later.
  const needs = (file) => {
    const found = new Set();
    const add = (one) =>
      found.has(one) || getModuleInfo(one).importedIds.forEach(add, found.add(one));
    add(resolvePath(`src/entries/tag.${file}.ts`));
    return found.has(id);
  };
  const file = first.find((name) => needs(name));
  return file ? `consentry.${file}` : null;
};
const alone = asked.output.chunkFileNames;
asked.output.chunkFileNames = (chunk) =>
  /^create(Sender|Reader)$/.test(chunk.name)
    ? alone(chunk).replace("consentry.", "consentry.decisions-proof.")
    : alone(chunk);

/** The door `consentry/lazy` fetches the files that the script tag fetches. */
const lazy = besides("consentry.lazy", "src/entries/lazy.ts");
lazy.plugins.unshift({
  name: "files-of-the-tag",
  resolveId(id) {
    const [, file] = /^\.\/tag\.(.+)\.ts$/.exec(id) ?? [];
    return file ? { id: `./consentry.${file}.js`, external: true } : null;
  },
});

/** The verifier as one page that works offline: its script goes into the HTML, with its hash. */
const verifyPage = {
  name: "verify-page",
  async generateBundle(_options, bundle) {
    const source = readFileSync("src/verify/page/verifyPageHtml.ts", "utf8");
    const { code } = await transform(source, { loader: "ts" });
    const { verifyPageHtml } = await import(`data:text/javascript,${encodeURIComponent(code)}`);
    for (const [name, chunk] of Object.entries(bundle)) {
      delete bundle[name];
      const html = verifyPageHtml(chunk.code.trim());
      this.emitFile({ type: "asset", fileName: "verify.html", source: html });
    }
  },
};

/** Astro compiles components itself: they go into the package as they are. */
const astroComponents = {
  name: "astro-components",
  writeBundle: () => cpSync("src/build/astro", "dist/astro", { recursive: true }),
};

const external = (id) =>
  id.startsWith("node:") ||
  [...Object.keys(dependencies), ...Object.keys(peerDependencies ?? {})].some(
    (name) => id === name || id.startsWith(`${name}/`),
  );

export default [
  {
    input: [
      ...["index", "ui", "proof", "server", "policy", "monitor", "testing", "site", "site.ask"].map(
        (door) => `src/entries/${door}.ts`,
      ),
      ...["next", "astro.middleware"].map((door) => `src/entries/${door}.ts`),
      ...["react", "vue", "svelte", "preact"].map((door) => `src/adapters/${door}.ts`),
      ...services.map((id) => `src/catalogue/services/${id}.ts`),
      ...signals.map((id) => `src/catalogue/signals/${id}.ts`),
      ...[...migrations, ...shims].map((id) => `src/catalogue/migrations/${id}.ts`),
      ...locales.map((tag) => `src/i18n/locales/${tag}.ts`),
    ],
    external,
    plugins: [css, ...plugins(false)],
    output: {
      dir: "dist/esm",
      format: "es",
      preserveModules: true,
      preserveModulesRoot: "src",
      // Rollup takes directives of modules out: React's server components need this one.
      banner: ({ name }) => (name == "adapters/react" ? '"use client";' : ""),
    },
  },
  {
    // The collector and the command line, with what they need inside: a site that only wants the banner
    // installs none of it.
    input: {
      collector: "src/entries/collector.ts",
      cli: "src/cli/main.ts",
      vite: "src/entries/vite.ts",
      server: "src/entries/server.node.ts",
      "next.config": "src/entries/next.config.ts",
      astro: "src/entries/astro.ts",
    },
    external,
    plugins: [css, ...plugins(false), astroComponents],
    output: { dir: "dist/node", format: "es", chunkFileNames: "[name].js" },
  },
  {
    input: "src/verify/page/verifyPage.ts",
    plugins: [...plugins(true), squeeze(false, false), verifyPage],
    output: { dir: "dist", format: "iife" },
  },
  besides("consentry", "src/entries/tag.ts", { format: "iife" }),
  {
    // Reads what the command line writes: no name is made short.
    input: { "consentry.sw": "src/entries/tag.sw.ts" },
    plugins: [...plugins(true), squeeze(false, false)],
    output: { dir: "dist", format: "iife", entryFileNames: "[name].js" },
  },
  {
    // A classic script that asks for nothing else of ours, on pages that ask for it.
    input: { "consentry.monitor": "src/entries/tag.monitor.ts" },
    plugins: [...plugins(true), squeeze(false, false)],
    output: { dir: "dist", format: "iife", entryFileNames: "[name].js" },
  },
  besides("consentry.head", "src/entries/head.ts", { format: "iife" }),
  besides("consentry.head.banner", "src/entries/head.banner.ts", { format: "iife" }),
  ...[
    "host",
    "placeholders",
    "decisions",
    "embeds",
    "proof",
    "prepare",
    "migrate",
    "own",
    "check",
  ].map((file) => besides(`consentry.${file}`, `src/entries/tag.${file}.ts`)),
  asked,
  lazy,
  besides("consentry.diagnostics", "src/entries/tag.diagnostics.ts", { words: true }),
  ...services.map((id) => vendor(`services/${id}`, `src/catalogue/services/${id}.ts`)),
  ...signals.map((id) => vendor(`signals/${id}`, `src/catalogue/signals/${id}.ts`)),
  ...[...migrations, ...shims].map((id) =>
    vendor(`migrate/${id}`, `src/catalogue/migrations/${id}.ts`),
  ),
  ...locales
    .filter((tag) => tag !== "en")
    .map((tag) => besides(`locales/${tag}`, `src/i18n/locales/${tag}.ts`)),
];
