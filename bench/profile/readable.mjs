import { resolve } from "node:path";
import { rollup } from "rollup";
import { parseAst } from "rollup/parseAst";
import configs from "../../rollup.config.mjs";
import { squeeze } from "../../scripts/dist/squeeze.mjs";
import { ALL_RUN } from "../../src/build/site/distFiles.ts";
import { pack } from "../lib/serve.mjs";

/** What a first visit by the tag fetches, and what lets late scripts start. */
const NAMES = ["consentry", "consentry.banner", "consentry.late"];

/** The files of a first visit as the build makes them, with the names of the sources. */
export async function readableFiles() {
  const files = {};
  const wanted = configs.filter(({ input }) => NAMES.some((name) => Object.hasOwn(input, name)));
  for (const { output, ...input } of wanted) {
    const plugins = input.plugins
      .flat()
      .filter((plugin) => plugin?.name && plugin.name != "squeeze");
    const bundle = await rollup({ ...input, plugins, onLog() {} });
    const made = await bundle.generate({ ...output, dir: resolve("dist") });
    for (const { fileName, code } of made.output) {
      if (code) files[fileName] = `${ALL_RUN}\n${code}`;
    }
    await bundle.close();
  }
  return files;
}

/** Bytes of a readable file when it is sent: minified as the build does, by brotli. */
export async function sentBytes(name, code) {
  const { renderChunk } = squeeze(name != "consentry.js", true, true);
  const made = await renderChunk.call({ parse: parseAst }, code);
  return pack(made.code).length;
}
