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
export function parseTilePath(path: string): TilePath | null {
  const parts = /^(entries|0|[1-9]\d?)\/((?:x\d{3}\/){0,4}\d{3})(?:\.p\/([1-9]\d{0,2}))?$/.exec(
    path,
  );
  if (!parts) return null;
  const level = parts[1] == "entries" ? "entries" : Number(parts[1]);
  const index = Number(parts[2]!.replaceAll(/[x/]/g, ""));
  const width = parts[3] ? Number(parts[3]) : 256;
  // One path a tile: `x000/001` is `001`, and a partial tile has at most 255.
  const canonical = tilePath({ level, index, width }) == path;
  return canonical && width <= 256 && (level == "entries" || level < 8)
    ? { level, index, width }
    : null;
}

/** The path of a tile below `/tile/`. */
export function tilePath({ level, index, width }: TilePath): string {
  const digits = String(index);
  const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, "0").match(/\d{3}/g)!;
  const name = groups.map((group, i) => (i < groups.length - 1 ? `x${group}` : group)).join("/");
  return `${level}/${name}${width < 256 ? `.p/${width}` : ""}`;
}
