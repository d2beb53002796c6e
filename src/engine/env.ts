import { keepNatives, type Natives } from "../lib/keepNatives.ts";
import { safeDocument } from "../lib/safeDocument.ts";

/** The world, in one place. Tests pass another. */
export interface Env {
  window: Window & typeof globalThis;
  /** Out of reach of markup. */
  document: Document;
  /** Milliseconds since 1970. */
  now: () => number;
  /** Milliseconds that a gated script may take before the next one is let through. */
  _patience: number;
  _natives: Natives;
}

/** As they are when this file is read. */
const natives = globalThis.document && keepNatives();

/** The browser's own. Called at `start`, never at import. */
export function browserEnv(): Env {
  return {
    window,
    document: safeDocument(document),
    now: Date.now,
    _patience: 10_000,
    _natives: natives,
  };
}
