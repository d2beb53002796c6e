// Weighs what a page fetches, file by file, as brotli (quality 11) sends it, and fails where a limit is
// exceeded. Bytes, of one language. With `--docs` it writes the tables of docs/reference/sizes.md.
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";
import { format, resolveConfig } from "prettier";
import { DIST_FILES, DIST_LIMITS } from "../src/build/site/distFiles.ts";

const dist = fileURLToPath(new URL("../dist/", import.meta.url));

const weights = new Map();

/** A hash of the sources: with another one, though nothing else differs, brotli packs the same file up to 200 bytes apart. */
const BUILD = /(["'`])[0-9a-f]{16}\1/;

/** Bytes of a file's text after brotli, whichever sources it was built from. */
export function weighText(text) {
  const bytes = Buffer.from(text.replace(BUILD, "$1c2a94f07be51d863$1"));
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 11,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  return brotliCompressSync(bytes, { params }).length;
}

/** Bytes of one file below `dist/` after brotli. */
export function weigh(file) {
  if (!weights.has(file)) weights.set(file, weighText(readFileSync(dist + file, "utf8")));
  return weights.get(file);
}

/** Names below `dist/` that a name stands for, heaviest first. */
function expand(name) {
  const [folder, ending] = name.split("*");
  if (ending === undefined) return existsSync(dist + name) ? [name] : [];
  const all = existsSync(dist + folder) ? readdirSync(dist + folder) : [];
  const names = all.filter((file) => file.endsWith(ending)).map((file) => folder + file);
  return names.toSorted((a, b) => weigh(b) - weigh(a));
}

/** One row per limit: what, its heaviest files, bytes, limit, and why it fails or an empty text. */
export function measure() {
  return DIST_LIMITS.map(({ what, files, limit }) => {
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

/** The tables of docs/reference/sizes.md. */
export function sizeTables() {
  const kilobytes = (bytes) => `≤ ${bytes / 1000} kB`;
  const table = (heads, rows) =>
    [heads, heads.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
  return {
    limits: table(
      ["What", "Limit"],
      DIST_LIMITS.map(({ what, limit }) => [what, kilobytes(limit)]),
    ),
    files: table(
      ["File", "When a page fetches it"],
      DIST_FILES.map(({ name, when }) => [`\`${name}\``, when]),
    ),
  };
}

async function writeTables() {
  const page = fileURLToPath(new URL("../docs/reference/sizes.md", import.meta.url));
  let text = readFileSync(page, "utf8");
  for (const [name, table] of Object.entries(sizeTables())) {
    const between = new RegExp(`(<!-- ${name} -->\n)[^]*(\n<!-- /${name} -->)`);
    text = text.replace(between, `$1\n${table}\n$2`);
  }
  writeFileSync(page, await format(text, { ...(await resolveConfig(page)), filepath: page }));
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

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  if (process.argv.includes("--docs")) await writeTables();
  else main();
}
