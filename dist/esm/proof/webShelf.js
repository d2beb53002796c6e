import { parseJson } from '../lib/parseJson.js';

function webShelf(name, store, locks) {
  const keyOf = (it, key) => `consentry/${it}/${key}`;
  const rowsOf = (it) => {
    const start = keyOf(it, "");
    const keys = Object.keys(store).filter((key) => key.startsWith(start));
    const rows = keys.sort().map((key) => {
      const row = Object(parseJson(store[key] ?? ""));
      return { ...row, key: key.slice(start.length) };
    });
    return rows;
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
    async run(stores, plan) {
      const work = () => {
        const rows = stores.map(rowsOf);
        if (plan) apply(plan(...rows));
        return rows;
      };
      return plan && locks ? locks.request("consentry-log", work) : work();
    }
  };
}

export { webShelf };
