async function listStorage() {
  const list = async (read) => {
    try {
      return (await read()).filter(Boolean).sort();
    } catch {
      return [];
    }
  };
  return {
    cookies: await list(() => document.cookie.split("; ").map((pair) => pair.split("=")[0])),
    localStorage: await list(() => Object.keys(localStorage)),
    sessionStorage: await list(() => Object.keys(sessionStorage)),
    databases: await list(
      async () => (await indexedDB.databases()).map(({ name }) => name ?? "(unnamed)")
    ),
    caches: await list(() => caches.keys())
  };
}

export { listStorage };
