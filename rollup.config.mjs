// Two products from one source. For npm: every module by itself under dist/esm, so that bundlers take what is
// used. For script tags: a few minified files in dist/ that find each other by their folder.
import { createHash } from "node:crypto";
import { cpSync, globSync, readFileSync, readdirSync } from "node:fs";
import { basename, resolve as resolvePath } from "node:path";
import resolve from "@rollup/plugin-node-resolve";
import { transform } from "esbuild";
import esbuild from "rollup-plugin-esbuild";
import { cookieWriter, css, wordless } from "./scripts/dist/sources.mjs";
import { squeeze } from "./scripts/dist/squeeze.mjs";
import { DIST_FILES } from "./src/build/site/distFiles.ts";

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

const plugins = (browser) => [
  resolve({ extensions: [".js", ".ts", ".tsx"], browser }),
  esbuild({
    target: "es2022",
    jsx: "automatic",
    jsxImportSource: "preact",
    tsconfig: false,
    // Angular's linker looks for its names (ɵɵngDeclareDirective) as they are written.
    charset: browser ? "ascii" : "utf8",
    define: facts,
  }),
];
/** The name of a part that files fetch by themselves, by the module that it begins with. */
const partName = (part, joins) => {
  const named = DIST_FILES.filter((file) => file.part === part);
  return (named.find((file) => file.joins === joins) ?? named[0])?.name ?? `consentry.${part}.js`;
};

/** Where two files are made together, functions that stay as they are written repeat more (docs/trials). */
const ALIKE = { inline: 1, arrows: false };

/** A minified file in `dist/`, with the parts that it fetches when they are needed. */
const distFile = ({ name, form, hasWords, keepsNames, allRun, joins }, input) => ({
  input: { [name.replace(/\.js$/, "")]: input },
  preserveEntrySignatures: "allow-extension",
  plugins: [
    css,
    cookieWriter,
    ...plugins(true),
    !hasWords && wordless,
    squeeze(form !== "classic", !keepsNames, allRun, joins && ALIKE),
  ],
  output: {
    dir: "dist",
    format: form === "classic" ? "iife" : "es",
    // What throws in strict mode alone would throw into the page.
    strict: false,
    entryFileNames: "[name].js",
    experimentalMinChunkSize: 1000,
    chunkFileNames: ({ name: part }) => partName(part, joins),
  },
});

const entryOf = ({ from }) => `src/entries/${from}.ts`;
const entries = DIST_FILES.filter(({ from, name }) => from && !name.includes("*"));
const single = entries.filter(({ joins, from }) => !joins && !from.startsWith("lazy"));
const folders = DIST_FILES.filter(({ name }) => name.includes("*")).flatMap((folder) =>
  filesOf(`src/${folder.from}`)
    .filter((id) => id !== "en") // English is in the code.
    .map((id) => {
      const name = folder.name.replace("*", id);
      return distFile({ ...folder, name }, `src/${folder.from}/${id}.ts`);
    }),
);

/** Where a visitor is asked: the second file takes from the first, which is there already, what both need. */
const joined = entries.filter(({ joins }) => joins);
const asked = distFile(joined[0], entryOf(joined[0]));
for (const file of joined) asked.input[file.name.replace(/\.js$/, "")] = entryOf(file);
asked.output.manualChunks = (id, { getModuleInfo }) => {
  // What a file needs at once stands in it, and not in one that it fetches later.
  const needs = (file) => {
    const found = new Set();
    const add = (one) =>
      found.has(one) || getModuleInfo(one).importedIds.forEach(add, found.add(one));
    add(resolvePath(entryOf(file)));
    return found.has(id);
  };
  const file = joined.find(needs);
  return file ? file.name.replace(/\.js$/, "") : null;
};

/** The door `consentry/lazy` fetches the files that the script tag fetches. */
const lazyFiles = entries.filter(({ from }) => from.startsWith("lazy"));
const lazy = distFile(lazyFiles[0], entryOf(lazyFiles[0]));
for (const file of lazyFiles) lazy.input[file.name.replace(/\.js$/, "")] = entryOf(file);
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
      ...["next", "astro.middleware", "nuxt.server"].map((door) => `src/entries/${door}.ts`),
      ...["react", "reactRouter", "tanstack", "vue", "svelte", "preact", "angular"].map(
        (door) => `src/adapters/${door}.ts`,
      ),
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
      nuxt: "src/entries/nuxt.ts",
      sveltekit: "src/entries/sveltekit.ts",
      "angular.server": "src/entries/angular.server.ts",
      "react-router.server": "src/entries/react-router.server.ts",
      "tanstack.server": "src/entries/tanstack.server.ts",
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
  ...single.map((file) => distFile(file, entryOf(file))),
  asked,
  lazy,
  ...folders,
];
