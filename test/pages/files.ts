import { readFile } from "node:fs/promises";
import { join, normalize, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { typeOf, type Answer } from "./answer.ts";

export const root: string = fileURLToPath(new URL("../../", import.meta.url));
/** Folders of the repository that pages may be served from. */
const OPEN = ["dist", "examples", "test/pages"];

/**
 * Reads a static file below one of the open folders, or the package's manifest; a folder answers with its `index.html`.
 */
export async function readStatic(path: string): Promise<Answer | null> {
  let name: string;
  try {
    name = normalize(decodeURIComponent(path)).replace(/^[/\\]+/, "");
  } catch {
    return null; // Not a URL path.
  }
  if (name.endsWith("/") || name.endsWith(sep)) name += "index.html";
  const open =
    name == "package.json" ||
    OPEN.some((folder) => name.startsWith(folder + "/") || name.startsWith(join(folder, sep)));
  if (!open) return null;
  try {
    return { body: await readFile(join(root, name)), headers: { "content-type": typeOf(name) } };
  } catch {
    return null; // Not there, or a folder without its slash.
  }
}
