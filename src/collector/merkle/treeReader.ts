import type { Store } from "../store/store.ts";
import { StoreError } from "../store/storeError.ts";
import { nodeHash } from "./hash.ts";
import { rangeRoot } from "./proofs.ts";
import { consistencyRanges, inclusionRanges, nodesOf, type Range } from "./ranges.ts";

/** Proofs and roots out of a store's tiles. */
export interface TreeReader {
  inclusion(index: number, size: number): Promise<Uint8Array[]>;
  consistency(old: number, size: number): Promise<Uint8Array[]>;
  root(size: number): Promise<Uint8Array>;
}

const WIDTH = 256;
const KEPT = 256; // tiles of 8 KB

/**
 * Reads what a proof needs, a tile at a time: some eight reads for a log of any size. Full tiles never
 * change, so the newest ones are kept.
 */
export function treeReader(store: Pick<Store, "nodes">): TreeReader {
  const full = new Map<string, readonly Uint8Array[]>();

  const tile = async (level: number, index: number): Promise<readonly Uint8Array[]> => {
    const key = `${level}/${index}`;
    const known = full.get(key);
    if (known) return known;
    const hashes = await store.nodes(level * 8, index * WIDTH, (index + 1) * WIDTH);
    if (hashes.length == WIDTH) {
      full.set(key, hashes);
      if (full.size > KEPT) full.delete(full.keys().next().value!);
    }
    return hashes;
  };
  /** Root of a perfect subtree: folded from hashes of the tile level below it. */
  const perfect = async (level: number, index: number): Promise<Uint8Array> => {
    const width = 2 ** (level % 8);
    const start = index * width;
    const hashes = await tile(Math.floor(level / 8), Math.floor(start / WIDTH));
    let row = hashes.slice(start % WIDTH, (start % WIDTH) + width);
    if (row.length != width) throw new StoreError("broken", "hashes of the tree are missing");
    while (row.length > 1) row = pairs(row);
    return row[0]!;
  };
  const roots = (ranges: readonly Range[]) =>
    Promise.all(
      ranges.map(async (range) => {
        const hashes = new Map<string, Uint8Array>();
        for (const { level, index } of nodesOf(range)) {
          hashes.set(`${level}/${index}`, await perfect(level, index));
        }
        return rangeRoot(range, (level, index) => hashes.get(`${level}/${index}`)!);
      }),
    );

  return {
    inclusion: (index, size) => roots(inclusionRanges(index, size)),
    consistency: (old, size) => roots(consistencyRanges(old, size)),
    root: async (size) => (await roots([{ start: 0, end: size }]))[0]!,
  };
}

function pairs(row: readonly Uint8Array[]): Uint8Array[] {
  return Array.from({ length: row.length / 2 }, (_, i) => nodeHash(row[i * 2]!, row[i * 2 + 1]!));
}
