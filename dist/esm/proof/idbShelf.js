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
      (db) => db.close(),
      () => {
      }
      // Refused: there is nothing to close.
    );
    connection = void 0;
    page?.removeEventListener("pagehide", close);
  };
  const open = () => new Promise((resolve, reject) => {
    const request = factory.open("consentry", 1);
    const timer = setTimeout(() => {
      request.onsuccess = () => request.result.close();
      reject(void 0);
    }, PATIENCE);
    request.onupgradeneeded = () => {
      for (const name of STORES) request.result.createObjectStore(name, { keyPath: "key" });
    };
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      clearTimeout(timer);
      request.result.onversionchange = request.result.onclose = close;
      page?.addEventListener("pagehide", close);
      resolve(request.result);
    };
  });
  const isThere = async () => {
    const all = factory ? await factory.databases?.().catch(() => void 0) : [];
    return !all || all.some(({ name }) => name == "consentry");
  };
  const attempt = async (stores, plan) => {
    const db = await (stores.length ? connection ??= open() : connection);
    return new Promise((resolve, reject) => {
      const tx = db.transaction(STORES, plan ? "readwrite" : "readonly");
      const requests = stores.map((name) => tx.objectStore(name).getAll());
      tx.onabort = tx.onerror = () => reject(tx.error);
      const act = () => {
        try {
          const found = requests.map((request) => request.result);
          const rows = found;
          tx.oncomplete = () => resolve(rows);
          for (const [name, row] of [...plan?.(...rows) ?? []].reverse()) {
            const store = tx.objectStore(name);
            if (typeof row == "string") store.delete(row);
            else store[name == "records" ? "add" : "put"](row);
          }
          tx.commit?.();
        } catch (error) {
          reject(error);
          tx.abort();
        }
      };
      const last = requests.at(-1);
      if (last) last.onsuccess = act;
      else act();
    });
  };
  return {
    name: "indexedDB",
    close,
    async run(stores, plan) {
      if (!plan && !await isThere()) {
        return stores.map(() => []);
      }
      return attempt(stores, plan).catch((error) => {
        if (stores.length) close();
        if (!stores.length || !error) throw error;
        return attempt(stores, plan);
      });
    }
  };
}

export { idbShelf };
