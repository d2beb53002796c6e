const STORES = [
  "records",
  "heads",
  "notices",
  "outbox",
  "receipts",
  "quarantine",
  "delivery"
];
const PATIENCE = 1e3;
function idbShelf(factory, page) {
  let connection;
  const close = () => {
    connection?.then(
      (db) => db?.close(),
      () => {
      }
      // Refused: there is nothing to close.
    );
    connection = void 0;
    page?.removeEventListener("pagehide", close);
  };
  const open = (make) => new Promise((resolve, reject) => {
    const request = factory.open("consentry", 1);
    const fail = () => {
      connection = void 0;
      reject(request.error);
    };
    const timer = setTimeout(() => {
      request.onsuccess = () => request.result.close();
      fail();
    }, PATIENCE);
    request.onupgradeneeded = () => {
      if (make) {
        for (const name of STORES) request.result.createObjectStore(name, { keyPath: "key" });
      } else {
        connection = void 0;
        resolve(void 0);
        request.transaction.abort();
      }
    };
    request.onerror = fail;
    request.onsuccess = () => {
      clearTimeout(timer);
      request.result.onversionchange = request.result.onclose = close;
      page?.addEventListener("pagehide", close);
      resolve(request.result);
    };
  });
  const connect = async (make) => await (connection ??= open(make)) ?? (make ? connect(make) : void 0);
  const run = async (stores, plan) => {
    const db = factory || plan ? await connect(!!plan) : void 0;
    return new Promise((resolve, reject) => {
      if (!db) return resolve(stores.map(() => []));
      const tx = db.transaction(STORES, plan ? "readwrite" : "readonly");
      const requests = stores.map((name) => tx.objectStore(name).getAll());
      tx.onabort = () => reject(tx.error);
      requests.at(-1).onsuccess = () => {
        try {
          const rows = requests.map(({ result }) => result);
          tx.oncomplete = () => resolve(rows);
          for (const [name, row] of plan?.(...rows) ?? []) {
            if (typeof row == "string") tx.objectStore(name).delete(row);
            else tx.objectStore(name).put(row);
          }
          tx.commit?.();
        } catch (error) {
          reject(error);
          tx.abort();
        }
      };
    });
  };
  const again = (act) => act().catch(() => {
    close();
    return act();
  });
  return {
    name: "indexedDB",
    close,
    read: (...stores) => again(() => run(stores)),
    write: async (stores, plan) => void await again(() => run(stores, plan))
  };
}

export { idbShelf };
