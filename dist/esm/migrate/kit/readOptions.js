import { dict } from '../../lib/dict.js';
import { keysOf } from '../../lib/keysOf.js';
import { own } from '../../lib/own.js';

function readOptions(options) {
  const given = own(options, "map");
  const map = dict();
  for (const name of keysOf(given)) {
    const ids = own(given, name);
    if (typeof ids == "string" && ids.trim()) map[name] = ids;
  }
  return {
    map,
    text(key, fallback) {
      const value = own(options, key);
      return typeof value == "string" && value ? value : fallback;
    }
  };
}

export { readOptions };
