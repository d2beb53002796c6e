import { encodeLeaf } from "../log/leaf.ts";
import type { Store } from "../store/store.ts";
import type { TilePath } from "./tilePath.ts";

/**
 * The bytes of a tile: hashes end to end, or for `entries` each leaf behind its length in two bytes
 * (C2SP tlog-tiles). Null where the log is not yet large enough for it.
 */
export async function readTile(
  store: Pick<Store, "nodes" | "leaves">,
  { level, index, width }: TilePath,
): Promise<Uint8Array | null> {
  const start = index * 256;
  if (level != "entries") {
    const hashes = await store.nodes(level * 8, start, start + width);
    return hashes.length == width ? Buffer.concat(hashes) : null;
  }
  const leaves = await store.leaves(start, start + width);
  if (leaves.length != width) return null;
  return Buffer.concat(
    leaves.flatMap((leaf) => {
      const bytes = encodeLeaf(leaf);
      return [Buffer.of(bytes.length >> 8, bytes.length & 255), bytes];
    }),
  );
}
