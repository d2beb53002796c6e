import { parseJson } from '../lib/parseJson.js';

function webShelf(name, store, locks) {
  const keyOf = (it, key) => `consentry/${it}/${key}`;
  const rowsOf = (it) => {
    const start = keyOf(it, "");
    const keys = Object.keys(store).filter((key) => key.startsWith(start));
    return keys.sort().map((key) => ({ ...Object(parseJson(store[key] ?? "")), key: key.slice(start.length) }));
  };
  const put = (key, text) => {
    if (text == null) delete store[key];
    else store[key] = text;
  };
  const apply = (changes) => {
    const undo = [];
    try {
      for (const [it, row] of changes) {
        const gone = typeof row == "string";
        const key = keyOf(it, gone ? row : row.key);
        undo.unshift([key, store[key]]);
        put(key, gone ? void 0 : JSON.stringify(row));
      }
    } catch (error) {
      for (const [key, text] of undo) put(key, text);
      throw error;
    }
  };
  return {
    name,
    close() {
    },
    read: async (...stores) => stores.map(rowsOf),
    async write(stores, plan) {
      const work = () => apply(plan(...stores.map(rowsOf)));
      await (locks ? locks.request("consentry-log", work) : work());
    }
  };
}

export { webShelf };
