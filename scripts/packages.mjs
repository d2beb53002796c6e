// Installs packages of others that only some commands need. Each such folder has a package.json and a lock of
// its own, so that `npm ci` at the root stays small; what is there already costs one look at a file.
// `node scripts/packages.mjs` installs what `npm test` needs; with folders behind it, those.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = fileURLToPath(new URL("../", import.meta.url));
/** What `npm test` needs. */
const TESTED = [
  "scripts/prose",
  "site",
  "test/frameworks/astro",
  "test/frameworks/next",
  "test/others",
  "test/packages/peers",
  "test/packages/react18",
  "test/packages/starters",
  "test/packages/vendors",
];
/** A lock older than this was left by a process that was killed. */
const STALE_MS = 300_000;
const LOOK_MS = 200;

/**
 * Installs a folder's packages exactly as its lock says, unless they lie there. Processes that ask at the same
 * time wait for the first.
 *
 * @param folder path from the root, with a `package.json` and a `package-lock.json`
 * @returns the path of its `node_modules`
 */
export function installed(folder) {
  const at = join(root, folder);
  const modules = join(at, "node_modules");
  const mark = join(modules, ".consentry-lock");
  const wanted = createHash("sha256")
    .update(readFileSync(join(at, "package-lock.json")))
    .digest("hex");
  const isThere = () => existsSync(mark) && readFileSync(mark, "utf8") === wanted;
  if (isThere()) return modules;
  const release = take(join(at, ".installing"));
  try {
    if (isThere()) return modules;
    console.log(`$ npm ci  (in ${folder})`);
    const npm = process.platform === "win32" ? "npm.cmd" : "npm";
    const quiet = ["--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"];
    const { status } = spawnSync(npm, ["ci", ...quiet], {
      cwd: at,
      stdio: ["ignore", "inherit", "inherit"],
      shell: process.platform === "win32",
    });
    if (status !== 0)
      throw new Error(`npm ci failed in ${folder}: without them its tests cannot run`);
    writeFileSync(mark, wanted);
    return modules;
  } finally {
    release();
  }
}

/** Waits until the folder can be made, which only one process can. */
function take(lock) {
  for (;;) {
    try {
      mkdirSync(lock);
      return () => rmSync(lock, { recursive: true, force: true });
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
    }
    const made = statSync(lock, { throwIfNoEntry: false })?.mtimeMs;
    if (made && Date.now() - made > STALE_MS) rmSync(lock, { recursive: true, force: true });
    else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, LOOK_MS);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const named = process.argv.slice(2);
  for (const folder of named.length ? named : TESTED) installed(folder);
}
