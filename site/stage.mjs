// Lays out what the generator reads: the pages of docs/, a few texts of the root, and the pictures, with links that
// hold on the site. What a page links to in the repository and the site does not hold is named by its path.
import { cpSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import { TRY } from "./pages.mjs";

export const root = fileURLToPath(new URL("../", import.meta.url));
export const staged = join(root, "site/.stage");

/** Texts of the root, and the page that each becomes. */
const OF_ROOT = {
  "CHANGELOG.md": "changelog.md",
  "SECURITY.md": "security-policy.md",
  "CONTRIBUTING.md": "contributing/index.md",
};

/** Every text of the site: its path in the repository, and the path of its page. */
export function listPages() {
  const docs = globSync("docs/**/*.md", { cwd: root }).map((file) => file.replaceAll("\\", "/"));
  return new Map([
    ...docs.sort().map((file) => [file, file.slice("docs/".length)]),
    ...Object.entries(OF_ROOT),
  ]);
}

/** The id of a heading, as the repository's viewer gives it: the pages are read in both. */
export const slugOf = (title) =>
  title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, "")
    .trim()
    .replaceAll(" ", "-");

/** Pages of the repository that are none of the generator's, and lie below `try/`. */
const TRIED = [...TRY.map(([, path]) => path), "examples/nl.html"];

const LINK = /(!?)\[((?:[^[\]]|\[[^\]]*\])*)\]\(([^)\s]+)\)/g;

/** The text with links for the site: pages by their place there, anything else of the repository by its path. */
function relink(text, file, pages) {
  const here = pages.get(file);
  const change = (whole, picture, words, target) => {
    if (/^[a-z]+:|^#/.test(target)) return whole;
    const [path, hash = ""] = target.split("#");
    const full = posix.join(posix.dirname(file), path);
    if (picture) return `![${words}](${relative(here, full.replace(/^docs\//, ""))})`;
    const page = pages.get(full) ?? (TRIED.includes(full) && `try/${full}`);
    if (!page && /^docs\/.*\.json$/.test(full)) return whole;
    if (page) return `[${words}](${relative(here, page)}${hash && `#${hash}`})`;
    const plain = words.replaceAll("`", "");
    return plain == full || full.endsWith(`/${plain}`) ? `\`${full}\`` : `${words} (\`${full}\`)`;
  };
  return outsideCode(text, (part) => part.replace(/^<!--.*-->\n/gm, "").replace(LINK, change));
}

function relative(from, to) {
  const path = posix.relative(posix.dirname(from), to);
  return path.startsWith(".") ? path : `./${path}`;
}

/** Changes a text where it is no code block. */
function outsideCode(text, change) {
  return text
    .split(/(^```[^]*?^```$)/m)
    .map((part, index) => (index % 2 ? part : change(part)))
    .join("");
}

/**
 * Lays everything out below `site/.stage/src`.
 *
 * @returns the texts by the path of their page
 */
export function stage() {
  const source = join(staged, "src");
  rmSync(source, { recursive: true, force: true });
  const pages = listPages();
  const texts = new Map();
  for (const [file, page] of pages) {
    texts.set(page, relink(readFileSync(join(root, file), "utf8"), file, pages));
  }
  for (const [page, text] of texts) {
    mkdirSync(dirname(join(source, page)), { recursive: true });
    // What is no page of the generator is opened as a page of its own.
    writeFileSync(join(source, page), text.replace(/\]\([./]*try\/[^)]*\)/g, '$&{target="_self"}'));
  }
  for (const file of globSync("docs/**/*.{png,svg,json}", { cwd: root })) {
    const path = file.replaceAll("\\", "/").slice("docs/".length);
    // What is linked and not shown keeps its name.
    cpSync(join(root, file), join(source, path.endsWith(".json") ? `public/${path}` : path));
  }
  return texts;
}
