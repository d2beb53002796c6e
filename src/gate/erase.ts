import type { StorageItem } from "../core/config/service.ts";
import { expireCookie } from "../lib/expireCookie.ts";
import { matchesName } from "../lib/matchesName.ts";

/** What erasing needs of the world. */
export interface EraseEnv {
  window: Window & typeof globalThis;
  /** Out of reach of markup (`safeDocument`). */
  document: Pick<Document, "cookie">;
}

/** What is to be erased, and what must stay whatever a pattern says. */
export interface Sweep {
  erase: readonly StorageItem[];
  /** Consent and opt-out state, and what another permitted service still uses. */
  keep: readonly StorageItem[];
}

/**
 * Erases what the items name, in every medium. Gives the names that are still there afterwards.
 * Cookies of a server (`HttpOnly`) and of other domains cannot be reached by script at all.
 */
export async function erase({ erase, keep }: Sweep, env: EraseEnv): Promise<string[]> {
  const { window, document } = env;
  const left: string[] = [];

  const wanted = (medium: StorageItem["medium"]) => {
    const fits = (items: readonly StorageItem[], name: string): boolean =>
      items.some((item) => item.medium == medium && matches(item.name, name));
    return (name: string): boolean => fits(erase, name) && !fits(keep, name);
  };

  const place = {
    document,
    hostname: window.location.hostname,
    pathname: window.location.pathname,
    secure: window.location.protocol == "https:",
  };
  const cookies = (): string[] => cookieNames(document).filter(wanted("cookie"));
  for (const name of cookies()) expireCookie(name, place);
  left.push(...cookies());

  for (const medium of ["localStorage", "sessionStorage"] as const) {
    try {
      const storage = window[medium];
      const names = (): string[] => Object.keys(storage).filter(wanted(medium));
      for (const name of names()) storage.removeItem(name);
      left.push(...names());
    } catch {
      // Denied: then nothing of the kind was stored either.
    }
  }

  const databases = erase.some(({ medium }) => medium == "indexedDB")
    ? await names(async () => (await window.indexedDB.databases()).map(({ name }) => name ?? ""))
    : [];
  for (const name of databases.filter(wanted("indexedDB"))) {
    if (!(await deleteDatabase(window.indexedDB, name))) left.push(name);
  }

  const caches = erase.some(({ medium }) => medium == "cache")
    ? await names(() => window.caches.keys())
    : [];
  for (const name of caches.filter(wanted("cache"))) {
    if (!(await window.caches.delete(name).catch(() => false))) left.push(name);
  }
  return left;
}

/** Names of all cookies that script can see. */
function cookieNames(document: Pick<Document, "cookie">): string[] {
  try {
    return [...new Set(document.cookie.split("; ").map((pair) => pair.split("=")[0]!))];
  } catch {
    return []; // A sandboxed page has none.
  }
}

/** Some vendors percent-encode the names of their cookies. */
function matches(pattern: string, name: string): boolean {
  if (matchesName(pattern, name)) return true;
  try {
    return matchesName(pattern, decodeURIComponent(name));
  } catch {
    return false; // Not an encoded name.
  }
}

async function names(list: () => Promise<string[]>): Promise<string[]> {
  try {
    return await list();
  } catch {
    return []; // Denied, or not offered by this browser.
  }
}

/** A database that a running script holds open stays until that script lets go: that is `false`. */
function deleteDatabase(indexedDB: IDBFactory, name: string): Promise<boolean> {
  return new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve(true);
    request.onerror = request.onblocked = () => resolve(false);
  });
}
