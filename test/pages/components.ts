import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import type { Plugin } from "esbuild";
import { compile } from "svelte/compiler";
import { compileScript, parse } from "vue/compiler-sfc";

/** Lets esbuild take `.vue` and `.svelte` files, as a site's own bundler does. */
export function components(generate: "client" | "server" = "client"): Plugin {
  return {
    name: "components",
    setup(build) {
      build.onLoad({ filter: /\.svelte$/ }, async ({ path }) => {
        const { js } = compile(await readFile(path, "utf8"), { filename: path, generate });
        return { contents: js.code };
      });
      build.onLoad({ filter: /\.vue$/ }, async ({ path }) => {
        const { descriptor } = parse(await readFile(path, "utf8"), { filename: path });
        const { content } = compileScript(descriptor, {
          id: basename(path),
          inlineTemplate: true,
          templateOptions: { ssr: generate == "server" },
        });
        return { contents: content, loader: "ts" };
      });
    },
  };
}
