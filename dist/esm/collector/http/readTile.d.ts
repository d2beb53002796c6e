import type { Store } from "../store/store.ts";
import type { TilePath } from "./tilePath.ts";
/**
 * The bytes of a tile: hashes end to end, or for `entries` each leaf behind its length in two bytes
 * (C2SP tlog-tiles). Null where the log is not yet large enough for it.
 */
export declare function readTile(store: Pick<Store, "nodes" | "leaves">, { level, index, width }: TilePath): Promise<Uint8Array | null>;
