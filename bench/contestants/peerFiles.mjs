import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { build } from "esbuild";
import { installed } from "../../scripts/packages.mjs";

const peers = installed("test/packages/peers");
const path = (name) => join(peers, name);

/** Text of a file of a package, as its tarball has it. */
export const packaged = (name) => readFileSync(path(name), "utf8");

export const versionOf = (name) => JSON.parse(packaged(`${name}/package.json`)).version;

/**
 * Bundles source text as a site's own build would: minified, for production, styles beside it.
 *
 * @param loader `js` or `jsx`
 */
export async function bundle(source, loader = "js") {
  const { outputFiles } = await build({
    stdin: { contents: source, loader, resolveDir: dirname(peers) },
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    target: "es2022",
    outdir: "/out",
    jsx: "automatic",
    jsxImportSource: "react",
    define: { "process.env.NODE_ENV": '"production"' },
    logLevel: "error",
    legalComments: "none",
  });
  return Object.fromEntries(
    outputFiles.map(({ path: name, text }) => [`app.${name.split(".").at(-1)}`, text]),
  );
}
