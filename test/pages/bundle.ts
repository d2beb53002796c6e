import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { build } from "esbuild";
import { typeOf, type Answer } from "./answer.ts";
import { components } from "./components.ts";
import { root } from "./files.ts";

/** Built files of the npm examples by their URL path, kept until the process ends. */
const built = new Map<string, Promise<ReadonlyMap<string, Uint8Array>>>();

/**
 * Answers `/examples/<name>/built/…` by bundling that example's `main.ts` (or `main.tsx`) the way a site that uses
 * npm would: `consentry` is resolved through the package's own `exports`.
 */
export async function readBundle(path: string): Promise<Answer | null> {
  const entry = /^\/(examples\/[\w-]+)\/built\/([\w.-]+)$/.exec(path);
  const main =
    entry && ["main.ts", "main.tsx"].map((file) => join(root, entry[1]!, file)).find(existsSync);
  if (!main) return null;
  if (!built.has(main)) built.set(main, bundle(main));
  const body = (await built.get(main)!).get(entry[2]!);
  return body ? { body, headers: { "content-type": typeOf(path) } } : null;
}

/** Bundles the entry file of an example: the content of each file by its name. */
export async function bundle(main: string): Promise<ReadonlyMap<string, Uint8Array>> {
  const outdir = join(dirname(main), "built");
  const result = await build({
    entryPoints: [main],
    outdir,
    bundle: true,
    splitting: true,
    format: "esm",
    target: "es2022",
    write: false,
    plugins: [components()],
    // Vue's bundler build asks for these.
    define: {
      __VUE_OPTIONS_API__: "false",
      __VUE_PROD_DEVTOOLS__: "false",
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: "false",
    },
    logLevel: "silent",
  });
  return new Map(
    result.outputFiles.map((file) => [file.path.slice(outdir.length + 1), file.contents]),
  );
}
