import type { Signature } from "./openNote.ts";
import type { Checkpoint } from "./readCheckpoint.ts";

/** What a verification found. */
export interface Report {
  ok: boolean;
  /** Why not, in one sentence, or null. */
  reason: string | null;
  /** Index of the first entry that does not fit, or null. */
  firstBad: number | null;
  /** Where only a stretch can be named: its last index. */
  lastBad: number | null;
  /** The checkpoint to which everything was held. */
  checkpoint: Checkpoint | null;
  signatures: readonly Signature[];
  /** False when the key came with the data: then it proves only that the data agrees with itself. */
  pinned: boolean;
  /** Whether every entry of the checkpoint's tree was looked at. */
  complete: boolean;
  records: number;
  notices: number;
  /** Records whose text was erased; their leaves are held to the root all the same. */
  erased: number;
  /** Witnesses that are trusted and have seen this log at some size. */
  witnessed: Witnessed[];
  /** Time stamps as found, over checkpoints that belong to this log: their signatures are still open. */
  stamps: { size: number; note: string; response: Uint8Array }[];
}

/** A witness's word. */
export interface Witnessed {
  name: string;
  /** Size of the log that it saw. */
  size: number;
  /** When, in seconds since 1970. */
  time: number;
}

export function emptyReport(pinned: boolean): Report {
  return {
    ok: false,
    reason: null,
    firstBad: null,
    lastBad: null,
    checkpoint: null,
    signatures: [],
    pinned,
    complete: false,
    records: 0,
    notices: 0,
    erased: 0,
    witnessed: [],
    stamps: [],
  };
}

/** Ends a verification with the first thing that is wrong. */
export function failed(
  report: Report,
  reason: string,
  firstBad: number | null = null,
  lastBad: number | null = firstBad,
): Report {
  return { ...report, ok: false, reason, firstBad, lastBad };
}
