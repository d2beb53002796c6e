import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { valueOf } from "../markup/element.ts";
import { readElements } from "../markup/readElements.ts";

/**
 * The configuration that a folder's start page carries, or the file that it takes by `data-config`; null where there is
 * none that can be read.
 */
export async function configInPages(folder: string): Promise<object | string | null> {
  const page = await readFile(join(folder, "index.html"), "latin1").catch(() => "");
  let found: object | string | null = null;
  readElements(page, "page", (element) => {
    if (element.name != "script" || found) return;
    const address = valueOf(element, "data-config");
    if (valueOf(element, "id") == "consentry-config") {
      const text = Buffer.from(element.text, "latin1").toString("utf8");
      found = parsed(text);
    } else if (address && !/^[a-z]+:|^\/\//i.test(address)) {
      found = join(folder, address.split(/[?#]/)[0]!);
    }
  });
  return found;
}

function parsed(text: string): object | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value == "object" && !Array.isArray(value) ? value : null;
  } catch {
    return null; // The page tells its owner.
  }
}
