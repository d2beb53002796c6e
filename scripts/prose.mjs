// Reads the texts that people read and reports words that this project does not use (scripts/prose/terms.mjs), with
// what to write instead. `npm run check:prose`; with files behind it, those.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { installed } from "./packages.mjs";
import { TERMS } from "./prose/terms.mjs";

const root = fileURLToPath(new URL("../", import.meta.url));
/** Sources whose sentences people read: problems, and the help of commands. */
const SENTENCES = /^src\/(core\/problems\/explain|cli\/.*)\.ts$/;
/** Rooms whose comments are read as well. Examples in them are code. */
const COMMENTED = /^src\/.*(?<!\.test)\.tsx?$/;
const COMMENT = /\/\*\*?[^]*?\*\/|^[ \t]*\/\/ .*$|(?<=[;{,)] )\/\/ .*$/gm;
const STRING = /"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`/g;

const blank = (text) => text.replace(/[^\n]/g, " ");

/** The same text with everything blanked but what the pattern finds, so that places stay where they are. */
function only(source, pattern, show) {
  let end = 0;
  let out = "";
  for (const { 0: found, index } of source.matchAll(pattern)) {
    out += blank(source.slice(end, index)) + show(found);
    end = index + found.length;
  }
  return out + blank(source.slice(end));
}

/** A source's strings of more than one word. */
export const sentencesOf = (source) =>
  only(source, STRING, (found) => (found.includes(" ") ? ` ${found.slice(1, -1)} ` : blank(found)));

/** A source's comments, without their code and tags of examples. */
export const commentsOf = (source) =>
  only(source, COMMENT, (found) =>
    found
      .replace(/@example[^]*?(?=\n\s*\*\s*@|\*\/|$)/g, blank)
      .replace(/`[^`\n]*`/g, blank)
      .replace(/^[ \t]*(?:\/\*\*?|\*\/|\*|\/\/)|\*\/$/gm, blank),
  );

async function load(name) {
  const at = join(installed("scripts/prose"), name);
  const { main, exports: doors } = JSON.parse(readFileSync(join(at, "package.json"), "utf8"));
  const entry = typeof doors == "string" ? doors : main;
  const module = await import(pathToFileURL(join(at, entry)).href);
  return module.default?.default ?? module.default ?? module;
}

const { TextlintKernel } = await import(
  pathToFileURL(join(installed("scripts/prose"), "@textlint/kernel/lib/src/index.js")).href
);
const kernel = new TextlintKernel();
const options = {
  plugins: [
    { pluginId: "markdown", plugin: await load("@textlint/textlint-plugin-markdown") },
    { pluginId: "text", plugin: await load("@textlint/textlint-plugin-text") },
  ],
  rules: [
    {
      ruleId: "terminology",
      rule: await load("textlint-rule-terminology"),
      options: { terms: TERMS, defaultTerms: false, skip: [] },
    },
  ],
};

/** What is wrong with a text: `line:column message`, one entry each. */
export async function lint(text, ext) {
  const { messages } = await kernel.lintText(text, { ...options, ext });
  return messages.map(({ loc, message }) => `${loc.start.line}:${loc.start.column} ${message}`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const list = () =>
    execFileSync("git", ["ls-files", "*.md", "src"], { cwd: root, encoding: "utf8" })
      .split("\n")
      .filter(
        (file) =>
          /^(?!docs\/nl\/).*\.md$/.test(file) || SENTENCES.test(file) || COMMENTED.test(file),
      );
  const files = process.argv.length > 2 ? process.argv.slice(2) : list();
  let wrong = 0;
  for (const file of files) {
    const text = readFileSync(join(root, file), "utf8");
    const views = file.endsWith(".md")
      ? [[text, ".md"]]
      : [
          [SENTENCES.test(file) ? sentencesOf(text) : "", ".txt"],
          [COMMENTED.test(file) ? commentsOf(text) : "", ".txt"],
        ];
    for (const [view, ext] of views) {
      if (!view.trim()) continue;
      for (const found of await lint(view, ext)) {
        console.error(`${file}:${found}`);
        wrong++;
      }
    }
  }
  if (wrong) console.error(`\n${wrong} found. docs/contributing/style.md says what to write.`);
  process.exitCode = wrong ? 1 : 0;
}
