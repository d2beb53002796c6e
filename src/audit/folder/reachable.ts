import { posix } from "node:path";
import type { Reference } from "../markup/readPage.ts";

/** Which files of the site's own run or apply without consent. */
export interface Reachable {
  /** Notes what a page names. */
  add(page: string, references: readonly Reference[]): void;
  /** Whether a page names the file without a mark. */
  isOpen(file: string): boolean;
  /** Whether every page that names the file has marked it. */
  isHeld(file: string): boolean;
}

/** Follows the pages' own addresses into the folder: a script that waits for consent may do what it wants. */
export function createReachable(): Reachable {
  const open = new Set<string>();
  const held = new Set<string>();
  return {
    add(page, references) {
      for (const { address, held: waits } of references) {
        const file = resolve(page, address);
        if (file) (waits ? held : open).add(file);
      }
    },
    isOpen: (file) => open.has(file),
    isHeld: (file) => held.has(file) && !open.has(file),
  };
}

/** Path below the folder that an address of a page or script stands for, or empty. */
export function resolve(from: string, address: string): string {
  const path = address.split(/[?#]/)[0]!;
  if (!path || /^[a-z][\w+.-]*:/i.test(path)) return "";
  const whole = path.startsWith("/") ? path.slice(1) : posix.join(posix.dirname(from), path);
  const plain = posix.normalize(whole);
  return plain.startsWith("..") ? "" : plain;
}
