import { statSync } from "node:fs";

/** Files that are made from now on are for their owner alone, whatever the shell's umask is. */
export function keepPrivate(): void {
  process.umask(0o077);
}

/** Which of these files others than their owner may read or write. What is not there is no one's to read. */
export function openToOthers(paths: readonly string[]): string[] {
  // Windows has no such bits; what Node gives there says nothing about who may read.
  if (process.platform == "win32") return [];
  return paths.filter((path) => {
    const found = statSync(path, { throwIfNoEntry: false });
    return found != null && (found.mode & 0o077) != 0;
  });
}
