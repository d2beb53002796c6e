// Minifies a file of the script tag, with names that are the same in all of them.
import { globSync, readFileSync } from "node:fs";
import { build as bundle } from "esbuild";
import { minify } from "terser";
import { ALL_RUN } from "../../src/build/site/distFiles.ts";
import { ofWindow, walk } from "./sources.mjs";

/**
 * Properties that only our own files use among themselves begin with `_`, and are made short, alike in every file.
 * No page, vendor or platform knows them, nor another build: what the inline head leaves for whatever comes after it
 * has its full names.
 */
const INNER = /^_[a-z]\w*$/;
const isTest = (file) => /\.test\.tsx?$/.test(file);

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
/** The letters of local names, where a search (`scripts/letters.mjs`) found an order that is sent in fewer bytes than terser's own. */
export const LOCALS = {
  "consentry.js": "etahpfilrnzogEsFUyMZGBJTHNwuCkdI_xLjb$YKPWVSXAvcDORqQm",
  "consentry.late.js": "tngoxhbiwsaujvqp$mcPVNWJAK_fMQHIrDySLXezUYRTBCGFklEOdZ",
  "consentry.decisions-proof.js": "dtnroaspcuefixmhbygN_SA$RlYGwvHMkJEQjTKVzWDXIqCLFUOBZP",
  // Beside the banner and its styles, in a page.
  "consentry.head.banner.js": "eatnrisldopgbLcvyfhJPQWOHmFIDSwxGBjzRuXTKEVMqYUZANC_$k",
  "consentry.banner.js": "tirjanAqehgvsdwfBxUGIzkWJKTlOuNMmpoPD$ZERFHSbyL_CXQVcY",
};
/** The name of a local that comes as the n-th: a letter, and from there on two. Terser leaves out words of the language. */
const nthOf = (letters) => ({
  get(n) {
    const letter = letters[n % letters.length];
    return n < letters.length ? letter : letter + letters[Math.floor(n / letters.length) - 1];
  },
});
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

/**
 * `names`: whether INNER may be shortened; not in a file that reads what others wrote. `allRun`: whether nearly all functions run
 * once the file is there. `more`: what else terser does, or leaves, in this file.
 */
export const squeeze = (module, names = true, allRun = false, more = {}) => ({
  name: "squeeze",
  async renderChunk(code, { fileName }) {
    const letters = LOCALS[fileName];
    // The worker has no window, and an app's server imports what is fetched lazily.
    const isOfPage = !/\.(sw|lazy|monitor)\./.test(fileName);
    const { code: small } = await minify(declareAlike(code, this.parse(code)), {
      module,
      ecma: 2020,
      compress: {
        passes: 5,
        unsafe_arrows: true,
        pure_getters: true,
        hoist_funs: true,
        lhs_constants: false,
        ...more,
      },
      mangle: {
        ...(names && { properties: { regex: INNER } }),
        ...(letters && { nth_identifier: nthOf(letters) }),
      },
      nameCache: structuredClone(nameCache),
      format: { comments: false, ascii_only: !module, ...(allRun && { preamble: ALL_RUN }) },
    });
    return { code: isOfPage ? ofWindow(small, this.parse(small)) : small, map: null };
  },
});
