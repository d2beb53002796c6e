import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { build } from "esbuild";
import { typeOf, type Answer } from "./answer.ts";
import { root } from "./files.ts";

/** Built files of the npm examples by their URL path, kept until the process ends. */
const built = new Map<string, Promise<ReadonlyMap<string, Uint8Array>>>();

/**
 * Answers `/examples/<name>/built/…` by bundling that example's `main.ts` the way a site that uses
 * npm would: `consentry` is resolved through the package's own `exports`.
 */
export async function readBundle(path: string): Promise<Answer | null> {
  const entry = /^\/(examples\/[\w-]+)\/built\/([\w.-]+)$/.exec(path);
  const main = entry && join(root, entry[1]!, "main.ts");
  if (!main || !existsSync(main)) return null;
  if (!built.has(main)) built.set(main, bundle(main));
  const body = (await built.get(main)!).get(entry[2]!);
  return body ? { body, headers: { "content-type": typeOf(path) } } : null;
}

async function bundle(main: string): Promise<ReadonlyMap<string, Uint8Array>> {
  const outdir = join(dirname(main), "built");
  const result = await build({
    entryPoints: [main],
    outdir,
    bundle: true,
    splitting: true,
    format: "esm",
    target: "es2022",
    write: false,
    logLevel: "silent",
  });
  return new Map(
    result.outputFiles.map((file) => [file.path.slice(outdir.length + 1), file.contents]),
  );
}
