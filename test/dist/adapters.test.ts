import { brotliCompressSync } from "node:zlib";
import { build } from "esbuild";
import { describe, expect, it } from "vitest";
import { root } from "../pages/files.ts";

const LIMIT = 1000; // bytes

/** What a door adds to a site that has the framework already, minified as a bundler would. */
async function bundle(framework: string): Promise<{ code: string; files: string[] }> {
  const result = await build({
    stdin: { contents: `export * from "consentry/${framework}"`, resolveDir: root },
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    write: false,
    metafile: true,
    external: ["react", "vue", "svelte", "preact"],
  });
  return {
    code: result.outputFiles[0]!.text,
    files: Object.keys(result.metafile.inputs).filter((file) => file.includes("dist/")),
  };
}

describe.each(["react", "vue", "svelte", "preact"])("consentry/%s", (framework) => {
  it(`weighs at most ${LIMIT} bytes, everything in it included`, async () => {
    const { code } = await bundle(framework);
    const bytes = brotliCompressSync(code).length;
    expect(bytes).toBeGreaterThan(100);
    expect(bytes).toBeLessThanOrEqual(LIMIT);
  });

  it("brings no engine, no interface and no other adapter", async () => {
    const { files } = await bundle(framework);
    expect(files.toSorted()).toEqual([
      `dist/esm/adapters/consentView.js`,
      `dist/esm/adapters/${framework}.js`,
      "dist/esm/core/choice/permits.js",
      "dist/esm/lib/attempt.js",
      "dist/esm/lib/own.js",
    ].toSorted());
  });
});
