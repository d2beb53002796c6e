import {
  chmodSync,
  closeSync,
  fchmodSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  writeFileSync,
} from "node:fs";
import { dirname } from "node:path";
import { syncDirectory } from "../note/keyFile.ts";

/**
 * Puts a file in place whole or not at all: written aside, forced to disk, renamed over the old one.
 * Readers see the old bytes or the new ones, also after a power cut. Its owner alone may read it, unless it
 * is for `everybody`, as the public log is.
 */
export function writeDurably(
  path: string,
  bytes: Uint8Array | string,
  readers: "owner" | "everybody" = "owner",
): void {
  const isPublic = readers == "everybody";
  makeFolder(dirname(path), isPublic);
  const aside = `${path}.${process.pid}.tmp`;
  const file = openSync(aside, "w", 0o600);
  try {
    // The process's umask would take these bits away from a file that is made with them.
    if (isPublic) fchmodSync(file, 0o644);
    writeFileSync(file, bytes);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(aside, path);
  syncDirectory(dirname(path));
}

function makeFolder(path: string, isPublic: boolean): void {
  const first = mkdirSync(path, { recursive: true, mode: 0o700 });
  if (!isPublic || first == null) return;
  for (let folder = path; folder.length >= first.length; folder = dirname(folder)) {
    chmodSync(folder, 0o755);
  }
}
