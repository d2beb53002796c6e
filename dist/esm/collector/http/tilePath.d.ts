/** A tile that a client asks for. */
export interface TilePath {
    /** Level of the tile, or `"entries"` for the leaves' own bytes. */
    level: number | "entries";
    index: number;
    /** Hashes or entries in it: 256, or fewer for a partial one. */
    width: number;
}
/**
 * Reads what follows `/tile/`: `<L>/<N>[.p/<W>]` or `entries/<N>[.p/<W>]`, where N is written in groups
 * of three digits, all but the last with an `x` (C2SP tlog-tiles, "Merkle Tree"). Null for any other.
 */
export declare function parseTilePath(path: string): TilePath | null;
/** The path of a tile below `/tile/`. */
export declare function tilePath({ level, index, width }: TilePath): string;
