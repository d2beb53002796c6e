import { rmSync } from "node:fs";
import { join } from "node:path";
import { readTile } from "../http/readTile.ts";
import { tilePath, type TilePath } from "../http/tilePath.ts";
import type { Store } from "../store/store.ts";
import { StoreError } from "../store/storeError.ts";
import { writeDurably } from "./writeDurably.ts";

/** The tiles that are new or wider in a log of `size` than in one of `old` (C2SP tlog-tiles). */
export function newTiles(old: number, size: number): TilePath[] {
  const out: TilePath[] = [];
  const between = (level: TilePath["level"], before: number, after: number) => {
    for (let index = Math.floor(before / 256); index * 256 < after; index++) {
      const width = Math.min(256, after - index * 256);
      if (index * 256 + width > before) out.push({ level, index, width });
    }
  };
  between("entries", old, size);
  let [before, after] = [old, size];
  for (let level = 0; after; level++) {
    between(level, before, after);
    [before, after] = [Math.floor(before / 256), Math.floor(after / 256)];
  }
  return out;
}

/** Writes the tiles between two sizes as static files below `directory`. */
export async function writeTiles(
  store: Store,
  directory: string,
  old: number,
  size: number,
): Promise<void> {
  for (const tile of newTiles(old, size)) {
    const bytes = await readTile(store, tile);
    if (!bytes) throw new StoreError("broken", `tile ${tilePath(tile)} is missing`);
    const path = join(directory, "tile", tilePath(tile));
    writeDurably(path, bytes, "everybody");
    // Anyone who asks for a partial tile of before finds the full one instead.
    if (tile.width == 256) rmSync(`${path}.p`, { recursive: true, force: true });
  }
}
