/** Names of what a page of this origin can see of its own storage. */
export interface OwnStorage {
  cookies: string[];
  localStorage: string[];
  sessionStorage: string[];
  databases: string[];
  caches: string[];
}

/**
 * Lists what the page can see, sorted. Drivers send it into the page as text, so it uses nothing from
 * outside itself.
 */
export async function listStorage(): Promise<OwnStorage> {
  const list = async (read: () => string[] | Promise<string[]>): Promise<string[]> => {
    try {
      return (await read()).filter(Boolean).sort();
    } catch {
      return []; // Denied, or not offered here: then nothing is stored there either.
    }
  };
  return {
    cookies: await list(() => document.cookie.split("; ").map((pair) => pair.split("=")[0]!)),
    localStorage: await list(() => Object.keys(localStorage)),
    sessionStorage: await list(() => Object.keys(sessionStorage)),
    databases: await list(async () =>
      (await indexedDB.databases()).map(({ name }) => name ?? "(unnamed)"),
    ),
    caches: await list(() => caches.keys()),
  };
}
