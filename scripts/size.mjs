// Weighs what a page fetches, file by file, as brotli (quality 11) sends it, and fails where a limit is
// exceeded. Bytes, of one language. `weigh` is also used by a test.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";

const dist = fileURLToPath(new URL("../dist/", import.meta.url));

/** What a page fetches until the banner stands. */
const BANNER = ["consentry.js", "consentry.banner.js"];
/** Fetched while the browser is idle, after the banner stands and before it is clicked. */
const DECISION = ["consentry.decisions-proof.js"];
/** All that a first visit in English fetches without a click; a browser test compares. */
export const FIRST_VISIT = [...BANNER, ...DECISION];

/** What a visit fetches, and the most it may weigh. Of `a|b` and of `*` the heaviest counts; files add up. */
export const LIMITS = [
  { what: "returning visitor", files: ["consentry.js"], limit: 7000 },
  { what: "inline head, without a site's own data", files: ["consentry.head.js"], limit: 1450 },
  {
    what: "the same with the banner in the HTML",
    files: ["consentry.head.banner.js"],
    limit: 2130,
  },
  { what: "first visit, until the banner stands", files: BANNER, limit: 16_460 },
  { what: "first visit, with decision and proof", files: FIRST_VISIT, limit: 25_830 },
  { what: "preference centre", files: ["consentry.preferences.js"], limit: 10_150 },
  { what: "placeholders, toggles, declaration", files: ["consentry.placeholders.js"], limit: 7530 },
  { what: "embeds", files: ["consentry.embeds.js"], limit: 2250 },
  { what: "proof log", files: ["consentry.proof.js"], limit: 3000 },
  { what: "problem texts and clean-up", files: ["consentry.diagnostics.js"], limit: 6880 },
  { what: "what is looked for where a site is made", files: ["consentry.check.js"], limit: 2000 },
  { what: "a language", files: ["locales/*.js"], limit: 2500 },
  {
    what: "arriving from another tool",
    files: ["consentry.migrate.js", "migrate/*.js"],
    limit: 2760,
  },
  {
    what: "the earlier tool's links and calls",
    files: ["consentry.shim.js", "migrate/shims/*.js"],
    limit: 1500,
  },
  { what: "leak monitor", files: ["consentry.monitor.js"], limit: 3000 },
  { what: "service worker of the hard gate", files: ["consentry.sw.js"], limit: 1500 },
  { what: "a service", files: ["services/*.js"], limit: 1600 },
];

const weights = new Map();

/** A hash of the sources: with another one, though nothing else differs, brotli packs the same file up to 40 bytes apart. */
const BUILD = /build:(["'`])[0-9a-f]{16}\1/;

/** Bytes of one file below `dist/` after brotli. */
export function weigh(file) {
  if (!weights.has(file)) {
    const text = Buffer.from(
      readFileSync(dist + file, "utf8").replace(BUILD, "build:$1c2a94f07be51d863$1"),
    );
    const params = {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_SIZE_HINT]: text.length,
    };
    weights.set(file, brotliCompressSync(text, { params }).length);
  }
  return weights.get(file);
}

/** Names below `dist/` that a pattern stands for, heaviest first. */
function expand(pattern) {
  const names = pattern.split("|").flatMap((name) => {
    if (!name.includes("*")) return existsSync(dist + name) ? [name] : [];
    const [folder, ending] = name.split("*");
    const all = existsSync(dist + folder) ? readdirSync(dist + folder) : [];
    return all.filter((file) => file.endsWith(ending)).map((file) => folder + file);
  });
  return names.toSorted((a, b) => weigh(b) - weigh(a));
}

/** One row per limit: what, its heaviest files, bytes, limit, and why it fails or an empty text. */
export function measure() {
  return LIMITS.map(({ what, files, limit }) => {
    const heaviest = files.map((pattern) => expand(pattern)[0]);
    const missing = files.filter((_pattern, index) => !heaviest[index]);
    if (missing.length) {
      const problem = `${missing.join(", ")} is not in dist/`;
      return { what, files: missing, bytes: 0, limit, problem };
    }
    const bytes = heaviest.reduce((sum, file) => sum + weigh(file), 0);
    const over = `${heaviest.join(" + ")}: ${bytes} B, ${bytes - limit} B over ${limit} B`;
    return { what, files: heaviest, bytes, limit, problem: bytes > limit ? over : "" };
  });
}

function main() {
  const rows = measure();
  const cells = rows.map(({ what, files, bytes, limit, problem }) => [
    problem ? "✗" : "✓",
    what,
    `${bytes}`,
    `${limit}`,
    files.join(" + "),
  ]);
  const table = [["", "brotli 11, bytes", "is", "limit", "files (the heaviest)"], ...cells];
  const width = table[0].map((_cell, column) =>
    Math.max(...table.map((row) => row[column].length)),
  );
  for (const row of table) {
    const pad = (cell, column) =>
      column == 2 || column == 3 ? cell.padStart(width[column]) : cell.padEnd(width[column]);
    console.log(row.map(pad).join("  ").trimEnd());
  }
  for (const { problem } of rows) if (problem) console.error(`too large: ${problem}`);
  if (rows.some(({ problem }) => problem)) process.exitCode = 1;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) main();
