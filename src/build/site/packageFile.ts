import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/**
 * A file of the package that this code belongs to. Found by the package's own name (Node.js,
 * "self-referencing"), so that it is right from the sources and from the built command line alike.
 */
export function packageFile(...path: string[]): string {
  const manifest = createRequire(import.meta.url).resolve("consentry/package.json");
  return join(dirname(manifest), ...path);
}
