import { readFileSync } from "node:fs";
import { join } from "node:path";
import { sha256 } from "../collector/merkle/hash.ts";
import { writeDurably } from "../collector/publish/writeDurably.ts";

/** What a witness remembers: the newest checkpoint that it cosigned, for each log. */
export interface WitnessState {
  /** The cosigned note, or null when there was none yet. */
  read(origin: string): string | null;
  /** Returns when the note is on disk for good. */
  write(origin: string, note: string): void;
}

/** Hexadecimal SHA-256 of an origin: how C2SP tlog-witness names a log in an address. */
export const originHash = (origin: string): string => sha256(origin).toString("hex");

/** One file a log. Losing a file means forgetting: then an old history could be cosigned. */
export function fileState(directory: string): WitnessState {
  const path = (origin: string) => join(directory, originHash(origin));
  return {
    read(origin) {
      try {
        return readFileSync(path(origin), "utf8");
      } catch (error) {
        // Only "there is none" means none: an unreadable state must not pass for a fresh start.
        if (error instanceof Error && "code" in error && error.code == "ENOENT") return null;
        throw error;
      }
    },
    write: (origin, note) => writeDurably(path(origin), note),
  };
}
