import { expireCookie } from '../lib/expireCookie.js';
import { matchesName } from '../lib/matchesName.js';

async function erase({ erase: erase2, keep }, env) {
  const { window, document } = env;
  const left = [];
  const wanted = (medium) => {
    const fits = (items, name) => items.some((item) => item.medium == medium && matches(item.name, name));
    return (name) => fits(erase2, name) && !fits(keep, name);
  };
  const place = {
    document,
    hostname: window.location.hostname,
    pathname: window.location.pathname,
    secure: window.location.protocol == "https:"
  };
  const cookies = () => cookieNames(document).filter(wanted("cookie"));
  for (const name of cookies()) expireCookie(name, place);
  left.push(...cookies());
  for (const medium of ["localStorage", "sessionStorage"]) {
    try {
      const storage = window[medium];
      const names2 = () => Object.keys(storage).filter(wanted(medium));
      for (const name of names2()) storage.removeItem(name);
      left.push(...names2());
    } catch {
    }
  }
  const databases = erase2.some(({ medium }) => medium == "indexedDB") ? await names(async () => (await window.indexedDB.databases()).map(({ name }) => name ?? "")) : [];
  for (const name of databases.filter(wanted("indexedDB"))) {
    if (!await deleteDatabase(window.indexedDB, name)) left.push(name);
  }
  const caches = erase2.some(({ medium }) => medium == "cache") ? await names(() => window.caches.keys()) : [];
  for (const name of caches.filter(wanted("cache"))) {
    if (!await window.caches.delete(name).catch(() => false)) left.push(name);
  }
  return left;
}
function cookieNames(document) {
  try {
    return [...new Set(document.cookie.split("; ").map((pair) => pair.split("=")[0]))];
  } catch {
    return [];
  }
}
function matches(pattern, name) {
  if (matchesName(pattern, name)) return true;
  try {
    return matchesName(pattern, decodeURIComponent(name));
  } catch {
    return false;
  }
}
async function names(list) {
  try {
    return await list();
  } catch {
    return [];
  }
}
function deleteDatabase(indexedDB, name) {
  return new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve(true);
    request.onerror = request.onblocked = () => resolve(false);
  });
}

export { erase };
