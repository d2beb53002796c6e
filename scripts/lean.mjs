// Runs after `npm ci` in this repository, never at a user's: the package that brings Node.js 24 brings its C headers and
// manual too, 67 MB against which nothing here compiles.
import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("../node_modules/node/node_modules", import.meta.url));
for (const name of existsSync(folder) ? readdirSync(folder) : []) {
  if (!name.startsWith("node-")) continue;
  for (const part of ["include", "share"]) {
    rmSync(join(folder, name, part), { recursive: true, force: true });
  }
}
