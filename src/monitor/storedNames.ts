/** Every cookie and key that the page can see, with where it lies. A storage that the browser denies holds nothing. */
export function storedNames(): [kind: string, name: string][] {
  const lists: Record<string, () => string[]> = {
    cookie: () =>
      document.cookie.split("; ").flatMap((pair) => (pair ? [pair.split("=", 1)[0]!] : [])),
    localStorage: () => Object.keys(localStorage),
    sessionStorage: () => Object.keys(sessionStorage),
  };
  return Object.entries(lists).flatMap(([kind, list]) => {
    try {
      return list().map((name): [string, string] => [kind, name]);
    } catch {
      return []; // Denied.
    }
  });
}
