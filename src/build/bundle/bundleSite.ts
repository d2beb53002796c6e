import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { ALL_RUN } from "../site/distFiles.ts";
import { packageFile } from "../site/packageFile.ts";
import type { Bundler } from "./loadBundler.ts";
import { groundOf, writeAsking, writeCheck, writeEntry, type Wanted } from "./writeEntry.ts";

/** Files by their name, in the order that a page meets them. */
export type Bundled = ReadonlyMap<string, Uint8Array>;

/**
 * Bundles a site's file: a classic script, minified. With `split`, what asks goes into a second file
 * beside it (`….ask.js`), a module that the first one fetches when a choice is due. What looks for mistakes is always
 * beside it (`….check.js`): only its owner's page fetches that.
 */
export async function bundleSite(
  bundler: Bundler,
  wanted: Wanted,
  { name, split }: { name: string; split: boolean },
): Promise<Bundled> {
  const beside = (part: string): string => name.replace(/(\.js)?$/, `.${part}.js`);
  const [ask, check] = [beside("ask"), beside("check")];
  const files = new Map<string, Uint8Array>();
  /** The other files call what the first one gives them by the same short names. */
  let mangleCache: Readonly<Record<string, string | false>> = vendorNames();
  const add = async (file: string, format: "iife" | "esm", contents: string): Promise<void> => {
    const built = await bundler.build({
      stdin: { contents, resolveDir: packageFile("dist/esm"), sourcefile: file, loader: "js" },
      bundle: true,
      minify: true,
      mangleProps: /^_[a-z]\w*$/,
      mangleCache,
      format,
      target: "es2022",
      charset: "utf8",
      legalComments: "none",
      // As in dist/: nearly all functions of a visitor's files run before they have used the page.
      ...(file != check && { banner: { js: ALL_RUN } }),
      logLevel: "silent",
      write: false,
      plugins: [ground(wanted.languages), inside],
    });
    files.set(file, built.outputFiles[0]!.contents);
    mangleCache = built.mangleCache ?? mangleCache;
  };
  await add(
    name,
    "iife",
    writeEntry(wanted, { ask: split ? `./${ask}` : "", check: `./${check}` }),
  );
  if (split) await add(ask, "esm", writeAsking(wanted.languages));
  await add(check, "esm", writeCheck());
  return files;
}

/**
 * Properties that only our own files use among themselves begin with `_`, and are made short. What the catalogue names so is
 * a vendor's, and stays.
 */
function vendorNames(): Record<string, false> {
  const names: Record<string, false> = {};
  const folder = packageFile("dist/esm/catalogue");
  for (const file of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    if (!file.endsWith(".js")) continue;
    for (const [name] of readFileSync(join(folder, file), "utf8").matchAll(/\b_[a-z]\w*/g)) {
      names[name] = false;
    }
  }
  return names;
}

/**
 * What a part fetches when it is needed is in the file already. Imported as any other module it does without the wrappers
 * that esbuild puts around modules which may run later, and which cost a visitor a kilobyte; by the names of what it exports
 * without those that it puts around `import * as`.
 */
const inside = {
  name: "inside",
  setup(build: PluginBuild): void {
    build.onLoad({ filter: /[/\\]dist[/\\]esm[/\\].*\.js$/ }, ({ path }) => {
      const imports: string[] = [];
      const text = readFileSync(path, "utf8").replace(
        /\bimport\('([^']+)'\)/g,
        (_call, from: string) => {
          const own = (name: string): string => `inside${imports.length}_${name}`;
          const names = exportsOf(readFileSync(join(dirname(path), from), "utf8"));
          const parts = names.map((name) => `${name}: ${own(name)}`);
          const list = names.map((name) => `${name} as ${own(name)}`);
          imports.push(`import { ${list.join(", ")} } from ${JSON.stringify(from)};`);
          return `Promise.resolve({ ${parts.join(", ")} })`;
        },
      );
      return imports.length ? { contents: `${imports.join("")}${text}`, loader: "js" } : undefined;
    });
  },
};

/** The names that one of our built modules exports, as Rollup lists them. */
function exportsOf(text: string): string[] {
  return [...text.matchAll(/^export \{ ([^}]*) \}/gm)].flatMap(([, list]) =>
    list!.split(", ").map((one) => one.replace(/^.* as /, "")),
  );
}

/** As much of esbuild's plugins as we use. */
interface PluginBuild {
  onLoad(
    options: { filter: RegExp },
    load: (asked: { path: string }) => { contents: string; loader: "js" } | undefined,
  ): void;
  onResolve(
    options: { filter: RegExp },
    resolve: (asked: { path: string; importer: string }) => { path: string } | undefined,
  ): void;
}

/** Puts a site's first language in the place of English where it does not want English at all. */
function ground(languages: readonly string[]) {
  const tag = groundOf(languages);
  return {
    name: "ground",
    setup(build: PluginBuild): void {
      const instead = { path: packageFile("dist/esm/i18n/locales", `${tag}.js`) };
      build.onResolve({ filter: /[/\\](locales[/\\]en|firstLayer)\.js$/ }, ({ importer }) =>
        tag != "en" && /[/\\]ui[/\\]/.test(importer) ? instead : undefined,
      );
    },
  };
}
