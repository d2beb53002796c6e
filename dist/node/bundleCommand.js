import { writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { p as packageFile, r as readSite } from './readSite.js';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { C as CommandError, E as EXIT } from './exitCodes.js';
import { r as readOptions } from './readOptions.js';
import { f as findLanguage } from './loadMessages.js';
import './keysOf.js';
import './own.js';
import 'node:util';
import 'node:fs';

const text = (value) => JSON.stringify(value);
const from = (what, ...path) => `import ${what} from ${text(packageFile("dist/esm", ...path))};`;
function writeEntry({ options, gate, signals, languages }, beside) {
  const ids = Object.keys(gate.catalogue);
  const made = ids.map((id, index) => `service${index}(options.services[${text(id)}])`);
  const imports = [
    from("{ startSite }", "entries/site.js"),
    ...ids.map((id, index) => from(`service${index}`, `services/${id}.js`)),
    ...signals.map((id, index) => from(`signal${index}`, `signals/${id}.js`)),
    beside ? "" : writeAsking(languages)
  ];
  const services = ids.length ? `options.services = [${made.join(", ")}];` : "";
  const asking = beside ? `fetch: () => import(${text(beside)}).then((module) => module.asking)` : "asking, fetch: () => Promise.resolve(asking)";
  return `${imports.join("\n")}
    const options = JSON.parse(${text(text(options))});
    ${services}
    startSite(options, {
      signals: [${signals.map((_, index) => `signal${index}()`).join(", ")}],
      languages: ${text(languages)},
      ${asking},
    });`;
}
function writeAsking(languages) {
  const more = languages.filter((tag) => tag != groundOf(languages));
  const entries = languages.map(
    (tag) => `${text(tag)}: ${more.includes(tag) ? nameOf(tag) : "{}"}`
  );
  return [
    from("{ ask }", "entries/site.ask.js"),
    ...more.map((tag) => from(nameOf(tag), `i18n/locales/${tag}.js`)),
    `export const asking = { files: ask, locales: { ${entries.join(", ")} } };`
  ].join("\n");
}
function groundOf(languages) {
  return languages.includes("en") ? "en" : languages[0];
}
const nameOf = (tag) => `words_${tag.replaceAll("-", "_")}`;

async function bundleSite(bundler, wanted, { name, split }) {
  const besideName = name.replace(/(\.js)?$/, ".ask.js");
  const files = /* @__PURE__ */ new Map();
  const add = async (file, format, contents) => {
    const { outputFiles } = await bundler.build({
      stdin: { contents, resolveDir: packageFile("dist/esm"), sourcefile: file, loader: "js" },
      bundle: true,
      minify: true,
      format,
      target: "es2022",
      charset: "utf8",
      legalComments: "none",
      logLevel: "silent",
      write: false,
      external: [`./${besideName}`],
      plugins: [ground(wanted.languages)]
    });
    files.set(file, outputFiles[0].contents);
  };
  await add(name, "iife", writeEntry(wanted, split ? `./${besideName}` : ""));
  if (split) await add(besideName, "esm", writeAsking(wanted.languages));
  return files;
}
function ground(languages) {
  const tag = groundOf(languages);
  return {
    name: "ground",
    setup(build) {
      const instead = { path: packageFile("dist/esm/i18n/locales", `${tag}.js`) };
      build.onResolve(
        { filter: /[/\\](locales[/\\]en|firstLayer)\.js$/ },
        ({ importer }) => tag != "en" && basename(dirname(importer)) == "ui" ? instead : void 0
      );
    }
  };
}

async function loadBundler(folder) {
  for (const from of [pathToFileURL(join(folder, "package.json")).href, import.meta.url]) {
    let file;
    try {
      file = createRequire(from).resolve("esbuild");
    } catch {
      continue;
    }
    const module = await import(
      /* @vite-ignore */
      pathToFileURL(file).href
    );
    return module;
  }
  throw new CommandError(
    EXIT.environment,
    "bundler-missing: This command needs esbuild, which is not installed. Run: npm i -D esbuild"
  );
}

const HELP = `consentry bundle --config FILE --out FILE [options]

Writes one script for your site, with your configuration and exactly the
services, signals and languages that it uses. The page needs nothing else:
<script src="consentry.site.js"><\/script>

  --config FILE       the configuration that pages take by data-config (JSON)
  --out FILE          where to, for example consentry.site.js
  --lang TAGS         languages, by commas; the first is shown in doubt
                      (default: that of the configuration, else en)
  --split             put banner and settings into a second file beside it,
                      fetched when a choice is due

Needs esbuild: npm i -D esbuild
`;
const OPTIONS = {
  config: "one",
  out: "one",
  lang: "many",
  split: "flag",
  help: "flag"
};
async function bundleCommand(args, terminal) {
  const options = readOptions(args, OPTIONS, terminal);
  if (options.flag("help")) {
    terminal.out(HELP);
    return EXIT.ok;
  }
  const out = options.one("out");
  if (!out) throw new CommandError(EXIT.usage, "--out FILE is needed.");
  const site = await readSite(options.one("config"));
  const tags = options.many("lang").flatMap((text) => text.split(",").filter(Boolean));
  const wanted = tags.length ? tags : [site.config.language || "en"];
  const languages = [...new Set(wanted.map(findLanguage))];
  const bundler = await loadBundler(process.cwd());
  const files = await bundleSite(
    bundler,
    { ...site, languages },
    { name: basename(out), split: options.flag("split") }
  );
  for (const [name, bytes] of files) {
    const path = join(dirname(out), name);
    await writeFile(path, bytes);
    terminal.out(`${path}: ${bytes.length} bytes, ${brotliCompressSync(bytes).length} by brotli
`);
  }
  return EXIT.ok;
}

export { bundleCommand };
