import { readFileSync } from "node:fs";
import { hex } from "../log/entry.ts";
import { treeReader } from "../merkle/treeReader.ts";
import type { Store } from "../store/store.ts";
import { StoreError } from "../store/storeError.ts";
import { writeDurably } from "./writeDurably.ts";

/** How far the log was when it was last shown to the world: kept beside the key, not in the database. */
export interface Mark {
  size: number;
  /** Root of the tree of that size, hexadecimal. */
  root: string;
}

/** Reads the mark; null where there is none yet. Throws where it is damaged: then nothing is known. */
export function readMark(path: string): Mark | null {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code == "ENOENT") return null;
    throw error;
  }
  const [, size, root] = /^(\d{1,15}) ([0-9a-f]{64})\n$/.exec(text) ?? [];
  if (!size || !root) throw new Error(`${path} is damaged`);
  return { size: Number(size), root };
}

export function writeMark(path: string, { size, root }: Mark): void {
  writeDurably(path, `${size} ${root}\n`);
}

/**
 * Refuses to go on with a database that is older than what the world has seen, or another one: signing
 * from there would make two histories under one key, which is what the log exists to rule out.
 */
export async function checkMark(store: Store, mark: Mark): Promise<void> {
  const { size } = (await store.head()).frontier;
  if (size < mark.size) {
    throw new StoreError(
      "broken",
      `this key has signed a log of ${mark.size} entries, and the database holds ${size}: it is ` +
        "an older copy or another one (see docs/operating.md, Restore)",
    );
  }
  if (mark.size && hex(await treeReader(store).root(mark.size)) != mark.root) {
    throw new StoreError(
      "broken",
      `the first ${mark.size} entries are not those that this key has signed`,
    );
  }
}
