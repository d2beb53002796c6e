// Writes the API reference from the doc comments into the staged pages: one page for each path that a site imports.
import { spawnSync } from "node:child_process";
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join, posix, relative } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { root, slugOf, staged } from "./stage.mjs";

const site = fileURLToPath(new URL(".", import.meta.url));
/** All languages export the same: their page is docs/languages.md. */
const ALIKE = /^\.\/locales\//;

/** Import paths of the package, and the source behind each. */
export function listModules() {
  const { exports: paths } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const modules = new Map();
  for (const [path, target] of Object.entries(paths)) {
    if (!target?.types || ALIKE.test(path)) continue;
    const source = target.types.replace("./dist/esm/", "src/").replace(".d.ts", ".ts");
    for (const file of globSync(source, { cwd: root })) {
      if (file.includes(".test.")) continue;
      const name = path.replace(/^\./, "consentry").replace("*", basename(file, ".ts"));
      modules.set(name, file.replaceAll("\\", "/"));
    }
  }
  return modules;
}

/** A vendor's file exports what its neighbours do: its page is found by the menu, not by the search. */
const OF_VENDOR = /^consentry\/(services|signals|migrate)\//;

/** Lays out a file for each import path, so that pages are named as a site imports. */
function writeEntries(modules, folder) {
  const files = [];
  for (const [name, source] of modules) {
    const file = join(folder, `${name}.ts`);
    mkdirSync(dirname(file), { recursive: true });
    const from = relative(dirname(file), join(root, source)).replaceAll("\\", "/");
    const hasDefault = /^export default|^export \{[^}]*\bdefault\b/m.test(
      readFileSync(join(root, source), "utf8"),
    );
    const lines = [`export * from "${from}";`, hasDefault && `export { default } from "${from}";`];
    writeFileSync(file, lines.filter(Boolean).join("\n"));
    files.push(file);
  }
  return files;
}

/** Ids of a page's headings. TypeDoc counts names of other kinds as well, and so may link to a number too high. */
function idsOf(text) {
  const ids = new Set();
  for (const [, title] of text.matchAll(/^#+ (.+)$/gm)) {
    const id = slugOf(title);
    let unique = id;
    for (let count = 1; ids.has(unique); count++) unique = `${id}-${count}`;
    ids.add(unique);
  }
  return ids;
}

/** Writes the pages below `reference/api/` of the staged folder. */
export function writeApi() {
  const modules = listModules();
  const out = join(staged, "src/reference/api");
  const work = join(staged, "api");
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  const folder = join(work, "src");
  const entryPoints = writeEntries(modules, folder);
  const tsconfig = join(work, "tsconfig.json");
  writeFileSync(
    tsconfig,
    JSON.stringify({ extends: join(root, "tsconfig.json"), include: [folder, join(root, "src")] }),
  );
  const options = {
    entryPoints,
    tsconfig,
    basePath: folder,
    displayBasePath: folder,
    plugin: [join(site, "node_modules/typedoc-plugin-markdown/dist/index.js")],
    out,
    readme: "none",
    name: "API",
    router: "module",
    skipErrorChecking: true,
    disableSources: true,
    excludePrivate: true,
    hideBreadcrumbs: true,
    hidePageHeader: true,
    hidePageTitle: false,
    useCodeBlocks: true,
    entryFileName: "index.md",
    parametersFormat: "table",
    interfacePropertiesFormat: "list",
    logLevel: "Error",
  };
  const file = join(work, "typedoc.config.mjs");
  const typedoc = pathToFileURL(join(site, "node_modules/typedoc/dist/index.js")).href;
  writeFileSync(
    file,
    `import { OptionDefaults } from ${JSON.stringify(typedoc)};
const tags = ["@source", "@confidence", "@unverified"];
export default { ...${JSON.stringify(options)}, blockTags: [...OptionDefaults.blockTags, ...tags] };
`,
  );
  const { status, stderr, stdout } = spawnSync(
    process.execPath,
    [join(site, "node_modules/typedoc/bin/typedoc"), "--options", file],
    { cwd: site, encoding: "utf8" },
  );
  if (status !== 0) throw new Error(`typedoc: ${stdout}\n${stderr}`);
  const pages = new Map();
  for (const page of globSync("**/*.md", { cwd: out })) {
    const text = readFileSync(join(out, page), "utf8").replace(/<a id="[^"]*"><\/a> ?/g, "");
    pages.set(page.replaceAll("\\", "/"), text);
  }
  const ids = new Map([...pages].map(([page, text]) => [page, idsOf(text)]));
  for (const [page, text] of pages) {
    const matter = ["editLink: false", OF_VENDOR.test(page) && "search: false"];
    const fixed = text.replace(/\]\(([^)\s#]*)#([\w-]+?)(-\d+)\)/g, (whole, path, id, count) => {
      const there = ids.get(path ? posix.join(posix.dirname(page), path) : page);
      return !there || there.has(id + count) ? whole : `](${path}#${id})`;
    });
    writeFileSync(join(out, page), `---\n${matter.filter(Boolean).join("\n")}\n---\n\n${fixed}`);
  }
  return { modules, out, said: stdout + stderr };
}

if (process.argv[1] == fileURLToPath(import.meta.url)) console.log(writeApi().said);
