import { createHash } from "node:crypto";
import { mkdir, readFile, rename, rm, rmdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { keysOf } from "../../lib/keysOf.ts";
import { own } from "../../lib/own.ts";
import { packageFile } from "../site/packageFile.ts";

/** Beside the copy: what it is made of, so that the next one removes what is no longer needed and nothing else. */
export const LIST = "consentry.files.json";

/** Files of one copy. */
interface Copy {
  /** Below the folder, with `/` at its end; empty: the folder itself. */
  folder: string;
  /** Name, as below `dist/`, and its hash as `integrity` takes it. */
  files: Readonly<Record<string, string>>;
}

/** What was done. */
export interface Copied extends Copy {
  written: number;
  kept: number;
  removed: number;
  /** Bytes of all files. */
  bytes: readonly Uint8Array[];
}

/**
 * Brings a folder up to date: writes what is new or differs, removes what an earlier copy wrote and this one does not need.
 *
 * @param names as below `dist/`
 * @param version names the hashed folder together with the hash of its content, so that it may be cached for ever; the
 *   one before stays until the next, for pages that are still in a cache. Absent: the files stand in the folder itself
 */
export async function writeCopy(
  target: string,
  names: readonly string[],
  version?: string,
): Promise<Copied> {
  const bytes = await Promise.all(names.map((name) => readFile(packageFile("dist", name))));
  const hash = (algorithm: string, content: string | Uint8Array): string =>
    createHash(algorithm).update(content).digest("base64");
  const files = Object.fromEntries(
    names.map((name, index) => [name, `sha384-${hash("sha384", bytes[index]!)}`]),
  );
  const whole = createHash("sha256").update(JSON.stringify(files)).digest("hex").slice(0, 12);
  const copy: Copy = { folder: version === undefined ? "" : `${version}-${whole}/`, files };

  const before = await readList(join(target, LIST));
  const isSame = before[0]?.folder == copy.folder;
  // The folder itself is brought up to date in place; a hashed one stays beside the next.
  const [stays, ...goes] = isSame ? before.slice(1) : before;
  const copies = stays ? [copy, stays] : [copy];
  const wanted = new Set(copies.flatMap(pathsOf));
  const old = [...goes, ...(isSame ? before.slice(0, 1) : [])].flatMap(pathsOf);

  let written = 0;
  // What the script fetches is there before the script is.
  const last = (name: string): number => (name == "consentry.js" ? 1 : 0);
  const order = names.map((name, index) => [name, bytes[index]!] as const);
  for (const [name, content] of order.toSorted(([a], [b]) => last(a) - last(b))) {
    if (await put(join(target, copy.folder + name), content)) written++;
  }
  const removed = [...new Set(old)].filter((path) => !wanted.has(path));
  for (const path of removed) {
    await rm(join(target, path), { force: true });
    await removeEmpty(dirname(path), target);
  }
  await put(join(target, LIST), Buffer.from(`${JSON.stringify({ copies }, null, 2)}\n`));
  return { ...copy, bytes, written, kept: names.length - written, removed: removed.length };
}

const pathsOf = ({ folder, files }: Copy): string[] =>
  Object.keys(files).map((name) => folder + name);

/** Writes a file that is not so already, whole: who fetches it meanwhile gets the old one or the new one. */
async function put(path: string, content: Uint8Array): Promise<boolean> {
  const now = await readFile(path).catch(() => undefined);
  if (now?.equals(content)) return false;
  await mkdir(dirname(path), { recursive: true });
  await writeFile(`${path}.part`, content);
  await rename(`${path}.part`, path);
  return true;
}

/** Folders that a removal has emptied, up to the target. */
async function removeEmpty(folder: string, target: string): Promise<void> {
  for (let at = folder; at != "."; at = dirname(at)) {
    try {
      await rmdir(join(target, at));
    } catch {
      return; // Something is in it.
    }
  }
}

/** The copies that an earlier run left, newest first. What is no name that a run writes is not believed. */
async function readList(path: string): Promise<Copy[]> {
  let list: unknown;
  try {
    list = own(JSON.parse(await readFile(path, "utf8")), "copies");
  } catch {
    return [];
  }
  const isSafe = (name: string): boolean => /^(?:[a-z]+\/){0,2}[\w-]+(?:\.[\w-]+)*\.js$/.test(name);
  return (Array.isArray(list) ? (list as unknown[]) : []).flatMap((one) => {
    const folder = own(one, "folder");
    if (typeof folder != "string" || !/^(?:\d[\w.-]*\/)?$/.test(folder)) return [];
    const names = keysOf(own(one, "files")).filter(isSafe);
    return [
      {
        folder,
        files: Object.fromEntries(
          names.map((name) => [name, String(own(own(one, "files"), name))]),
        ),
      },
    ];
  });
}
