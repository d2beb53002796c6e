import { fromBase64 } from "./bytes.ts";

/** What a checkpoint says. */
export interface Checkpoint {
  origin: string;
  size: number;
  root: Uint8Array;
}

/** Reads a checkpoint's text (C2SP tlog-checkpoint, "Note text"); null for any other text. */
export function readCheckpoint(text: string): Checkpoint | null {
  const [origin, digits, encoded, ...rest] = text.split("\n");
  const root = fromBase64(encoded);
  const size = Number(digits);
  const wellFormed = rest.at(-1) === "" && rest.slice(0, -1).every(Boolean);
  if (!origin || !/^(0|[1-9]\d{0,15})$/.test(digits ?? "") || root?.length != 32 || !wellFormed) {
    return null;
  }
  return Number.isSafeInteger(size) ? { origin, size, root } : null;
}
