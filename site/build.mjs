// Builds the documentation site into site/.stage/dist: pages, search, `llms.txt`, and each page as Markdown beside it.
// `npm run docs` builds and serves it. $DOCS_BASE is the path below which it will lie, `/` without it.
import { cpSync, existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { installed } from "../scripts/packages.mjs";
import { writeApi } from "./api.mjs";
import { writeDemo } from "./demo.mjs";
import { MENU } from "./pages.mjs";
import { root, stage, staged } from "./stage.mjs";

const site = fileURLToPath(new URL(".", import.meta.url));

/** What a page is about: its first paragraph, in one line. */
const aboutOf = (text) =>
  /^# .+\n+((?:(?![#|`<!-]).+\n?)+)/m
    .exec(text)?.[1]
    .replace(/\s+/g, " ")
    .replace(/\[([^\]]+)\]\([^)]+\)/g, "$1")
    .trim() ?? "";

/** The list of pages for programs that read: https://llmstxt.org */
function llms(texts) {
  const lines = ["# Consentry", "", `> ${aboutOf(texts.get("index.md"))}`];
  for (const { title, pages } of MENU) {
    lines.push("", `## ${title.en}`, "");
    for (const page of pages) {
      const text = texts.get(`${page}.md`);
      const name = /^# (.+)$/m.exec(text)[1];
      const about = aboutOf(text);
      lines.push(`- [${name}](${page}.md)${about && `: ${about}`}`);
    }
  }
  return `${lines.join("\n")}\n`;
}

/** The gallery, the configurator and the verifier, with the files that they load. The demo is written by itself. */
const TRIED = [
  "examples/{themes,theme,gallery,example,configurator*,preview}.{html,css,js}",
  "dist/*.{js,html}",
  "dist/{locales,services,signals,migrate}/*.js",
  "dist/esm/**/*.{js,d.ts}",
  // The configurator finds files of the package by it.
  "package.json",
];

/** Copies them below `try/` of the site. */
function copyTried(out) {
  if (!existsSync(join(root, "dist/esm"))) throw new Error("dist/ is not built: npm run build");
  for (const file of globSync(TRIED, { cwd: root }))
    cpSync(join(root, file), join(out, "try", file));
}

/** Time of the processor that this process used, with that of the ended ones that it started where /proc says it. */
function processorSeconds() {
  const { user, system } = process.cpuUsage();
  let ended = 0;
  if (existsSync("/proc/self/stat")) {
    // After the name, which may hold anything: proc_pid_stat(5), cutime and cstime, in hundredths.
    const fields = readFileSync("/proc/self/stat", "utf8").split(") ").at(-1).split(" ");
    ended = (Number(fields[13]) + Number(fields[14])) / 100;
  }
  return (user + system) / 1e6 + ended;
}

/** Builds the site and says where it lies. */
export async function buildSite() {
  installed("site");
  const texts = stage();
  const { out: api } = writeApi();
  for (const page of globSync("**/*.md", { cwd: api })) {
    const text = readFileSync(join(api, page), "utf8").replace(/^---[^]*?---\n+/, "");
    texts.set(`reference/api/${page.replaceAll("\\", "/")}`, text);
  }
  const { build } = await import(
    pathToFileURL(join(site, "node_modules/vitepress/dist/node/index.js")).href
  );
  await build(site);
  const out = join(staged, "dist");
  for (const [page, text] of texts) {
    mkdirSync(dirname(join(out, page)), { recursive: true });
    writeFileSync(join(out, page), text);
  }
  copyTried(out);
  await writeDemo(out, process.env.DOCS_BASE ?? "/");
  writeFileSync(join(out, "llms.txt"), llms(texts));
  return out;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const start = Date.now();
  const out = await buildSite();
  const [seconds, busy] = [(Date.now() - start) / 1000, processorSeconds()].map(Math.round);
  console.log(`\n${out}\nbuilt in ${seconds} s, ${busy} s of the processor`);
  if (process.argv.includes("--serve")) {
    const { serve } = await import(
      pathToFileURL(join(site, "node_modules/vitepress/dist/node/index.js")).href
    );
    await serve({
      root: site,
      port: Number(process.env.PORT) || 4174,
      base: process.env.DOCS_BASE,
    });
  }
}
