import { dict } from "../../../lib/dict.ts";
import { keysOf } from "../../../lib/keysOf.ts";
import { own } from "../../../lib/own.ts";

/** Options of unknown origin: the mapping's texts, own properties only, and another text by its key. */
export function readOptions(options: unknown): {
  map: Record<string, string>;
  text: (key: string, fallback: string) => string;
} {
  const given = own(options, "map");
  const map = dict<string>();
  for (const name of keysOf(given)) {
    const ids = own(given, name);
    if (typeof ids == "string" && ids.trim()) map[name] = ids;
  }
  return {
    map,
    text(key, fallback) {
      const value = own(options, key);
      return typeof value == "string" && value ? value : fallback;
    },
  };
}
