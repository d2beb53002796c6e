import { type TilePath } from "../http/tilePath.ts";
import type { Store } from "../store/store.ts";
/** The tiles that are new or wider in a log of `size` than in one of `old` (C2SP tlog-tiles). */
export declare function newTiles(old: number, size: number): TilePath[];
/** Writes the tiles between two sizes as static files below `directory`. */
export declare function writeTiles(store: Store, directory: string, old: number, size: number): Promise<void>;
