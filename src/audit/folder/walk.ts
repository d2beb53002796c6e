import { opendir } from "node:fs/promises";
import { join } from "node:path";

/** Folders of tools and of other people's packages: no page of the site lies there. */
const SKIPPED = new Set(["node_modules", "vendor", "bower_components", "coverage"]);

/** Every file below a folder, as a path with `/`, in the order of its name; links are not followed. */
export async function* walk(folder: string, below = ""): AsyncGenerator<string> {
  const folders: string[] = [];
  const files: string[] = [];
  for await (const entry of await opendir(join(folder, below))) {
    const path = below ? `${below}/${entry.name}` : entry.name;
    if (entry.isDirectory()) {
      if (!entry.name.startsWith(".") && !SKIPPED.has(entry.name)) folders.push(path);
    } else if (entry.isFile()) files.push(path);
  }
  yield* files.sort();
  for (const path of folders.sort()) yield* walk(folder, path);
}
