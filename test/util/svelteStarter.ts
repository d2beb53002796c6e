import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { installed } from "../../scripts/packages.mjs";
import { writeFiles } from "./writeFiles.ts";

const SV = join(installed("test/packages/starters"), "sv/dist");
/** The folder of the minimal app. */
export const SVELTE: string = join(SV, "templates/minimal");

/** The minimal app of `sv create`: its tool keeps the texts of a template in lists, and those of all templates in one. */
export function svelteStarter(types: "typescript" | "none"): Readonly<Record<string, string>> {
  const json = (file: string): unknown => JSON.parse(readFileSync(join(SV, file), "utf8"));
  interface Text {
    name: string;
    contents: string;
    include: string[];
    exclude: string[];
  }
  const shared = (json("shared.json") as { files: Text[] }).files.filter(
    ({ name, include, exclude }) =>
      /config/.test(name) &&
      include.every((one) => one == types) &&
      !exclude.some((one) => one == types),
  );
  const own = json(`templates/minimal/files.types=${types}.json`) as Text[];
  const manifest = readFileSync(join(SVELTE, "package.json"), "utf8");
  return {
    "package.json": manifest,
    ...Object.fromEntries([...own, ...shared].map(({ name, contents }) => [name, contents])),
  };
}

/** Makes that app in an empty folder, with the adapter for Node.js as `sv add` puts it in. */
export function writeSvelteStarter(folder: string, types: "typescript" | "none"): void {
  cpSync(join(SVELTE, "assets"), folder, { recursive: true });
  const files = Object.entries(svelteStarter(types)).map(([path, text]) => [
    path,
    text.replace("@sveltejs/adapter-auto", "@sveltejs/adapter-node"),
  ]);
  writeFiles(folder, Object.fromEntries(files) as Record<string, string>);
}
