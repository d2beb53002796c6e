import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { SiteError } from "../SiteError.ts";

/** As much of esbuild as we use. */
export interface Bundler {
  build(options: Readonly<Record<string, unknown>>): Promise<{
    outputFiles: { path: string; contents: Uint8Array }[];
    mangleCache?: Readonly<Record<string, string | false>>;
  }>;
}

/** The site's own esbuild, or the one beside this package: only this command needs it. */
export async function loadBundler(folder: string): Promise<Bundler> {
  for (const from of [pathToFileURL(join(folder, "package.json")).href, import.meta.url]) {
    let file: string;
    try {
      file = createRequire(from).resolve("esbuild");
    } catch {
      continue; // Not there: the next place.
    }
    const module = (await import(/* @vite-ignore */ pathToFileURL(file).href)) as Bundler;
    return module;
  }
  throw new SiteError(
    "environment",
    "bundler-missing: This command needs esbuild, which is not installed. Run: npm i -D esbuild",
  );
}
