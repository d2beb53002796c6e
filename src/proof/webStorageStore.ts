import { LOG_LOCK, LOG_PREFIX } from "../core/config/names.ts";
import { parseJson } from "../lib/parseJson.ts";
import type { Change, Rows, RecordStore, Store, View } from "./recordStore.ts";

/**
 * The second and third choice: one key for each row, in localStorage or in memory. Never one array
 * for all: six tabs lost 398 of 600 records that way (measured). A Web Lock, where there is one,
 * keeps two tabs from building on the same end of the chain.
 *
 * `store` is localStorage or an object without prototype: both give, take and list texts as
 * properties, and no key of ours is the name of a method.
 */
export function webStorageStore(
  name: "localStorage" | "memory",
  store: Record<string, string | undefined>,
  locks?: LockManager,
): RecordStore {
  const keyOf = (it: Store, key: string): string => `${LOG_PREFIX}${it}/${key}`;

  const rowsOf = (it: Store): Rows[Store][] => {
    const start = keyOf(it, "");
    const keys = Object.keys(store).filter((key) => key.startsWith(start));
    // What is damaged is a row without fields; the check of the chain will name it.
    const rows: object[] = keys.sort().map((key) => {
      const row = Object(parseJson(store[key] ?? "")) as object;
      return { ...row, key: key.slice(start.length) };
    });
    return rows as Rows[Store][];
  };

  const put = (key: string, text: string | undefined): void => {
    if (text == null) delete store[key];
    else store[key] = text;
  };

  /** Writes all changes or, where one is refused (quota), takes back those made before it. */
  const apply = (changes: readonly Change[]): void => {
    const undo: [key: string, text: string | undefined][] = [];
    try {
      for (const [it, row] of changes) {
        const gone = typeof row == "string";
        const key = keyOf(it, gone ? row : row.key);
        undo.unshift([key, store[key]]);
        put(key, gone ? undefined : JSON.stringify(row));
      }
    } catch (error) {
      for (const [key, text] of undo) put(key, text);
      throw error;
    }
  };
  return {
    name,
    close() {},
    async run(stores, plan) {
      const work = () => {
        const rows = stores.map(rowsOf) as View<typeof stores>;
        if (plan) apply(plan(...rows));
        return rows;
      };
      return plan && locks ? locks.request(LOG_LOCK, work) : work();
    },
  };
}
