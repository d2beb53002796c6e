import { join } from "node:path";
import { build, type Format } from "esbuild";
import { root } from "../pages/files.ts";

/** The worker as a host without files has it bundled: with the conditions that it resolves packages by, and nothing left to import. */
export async function bundleWorker(
  conditions: readonly string[],
  format: Format,
): Promise<{ code: string; imports: string[] }> {
  const made = await build({
    entryPoints: [join(root, "test/edge/worker.mjs")],
    bundle: true,
    platform: "neutral",
    conditions: [...conditions],
    format,
    globalName: "worker",
    write: false,
    metafile: true,
    // What it would import says more than that it cannot be had.
    external: ["node:*"],
  });
  const [output] = Object.values(made.metafile.outputs);
  return {
    code: made.outputFiles[0]!.text,
    imports: output!.imports.map(({ path }) => path),
  };
}
