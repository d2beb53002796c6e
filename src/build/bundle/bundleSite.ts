import { packageFile } from "../site/packageFile.ts";
import type { Bundler } from "./loadBundler.ts";
import { groundOf, writeAsking, writeEntry, type Wanted } from "./writeEntry.ts";

/** Files by their name, in the order that a page meets them. */
export type Bundled = ReadonlyMap<string, Uint8Array>;

/**
 * Bundles a site's file: a classic script, minified. With `split`, what asks goes into a second file
 * beside it (`….ask.js`), a module that the first one fetches when a choice is due.
 */
export async function bundleSite(
  bundler: Bundler,
  wanted: Wanted,
  { name, split }: { name: string; split: boolean },
): Promise<Bundled> {
  const besideName = name.replace(/(\.js)?$/, ".ask.js");
  const files = new Map<string, Uint8Array>();
  const add = async (file: string, format: "iife" | "esm", contents: string): Promise<void> => {
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
      plugins: [ground(wanted.languages)],
    });
    files.set(file, outputFiles[0]!.contents);
  };
  await add(name, "iife", writeEntry(wanted, split ? `./${besideName}` : ""));
  if (split) await add(besideName, "esm", writeAsking(wanted.languages));
  return files;
}

/** As much of esbuild's plugins as we use. */
interface PluginBuild {
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
