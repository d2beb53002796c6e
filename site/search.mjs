// Asks the built site's own search: `node site/search.mjs words`, or, without words, every question of questions.mjs.
import { globSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { SEARCH, SEARCH_FIELDS } from "./pages.mjs";
import { QUESTIONS } from "./questions.mjs";
import { staged } from "./stage.mjs";

/** The search over a built site: words in, addresses out, the best first. */
export async function openSearch() {
  const out = join(staged, "dist");
  const [chunk] = globSync("assets/chunks/@localSearchIndexroot*.js", { cwd: out });
  const { default: index } = await import(pathToFileURL(join(out, chunk)).href);
  const { default: MiniSearch } = await import(
    pathToFileURL(createRequire(import.meta.url).resolve("minisearch")).href
  );
  const search = (MiniSearch.default ?? MiniSearch).loadJSON(index, {
    ...SEARCH_FIELDS,
    searchOptions: SEARCH,
  });
  return (words) => search.search(words).map(({ id }) => id);
}

/** The page of a result: its path without base, anchor and end. */
export const pageOf = (id, base = "/") => id.replace(base, "").replace(/(\.html)?(#.*)?$/, "");

/** Questions that the first three results do not answer, with what they are. */
export async function unanswered(base) {
  const ask = await openSearch();
  return QUESTIONS.map(([words, pages]) => ({
    words,
    pages,
    found: ask(words).slice(0, 3),
  })).filter(({ pages, found }) => !found.some((id) => pages.includes(pageOf(id, base))));
}

if (process.argv[1] == fileURLToPath(import.meta.url)) {
  const words = process.argv.slice(2).join(" ");
  if (words) console.log((await openSearch())(words).slice(0, 5));
  else {
    const left = await unanswered(process.env.DOCS_BASE);
    for (const { words: asked, found } of left) console.log(`${asked}: ${found.join(" ")}`);
    console.log(`${QUESTIONS.length - left.length} of ${QUESTIONS.length} questions answered`);
    process.exitCode = left.length ? 1 : 0;
  }
}
