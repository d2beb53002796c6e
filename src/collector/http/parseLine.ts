import { own } from "../../lib/own.ts";

/** What a line says it is. */
export type Line =
  { kind: "record"; text: string; hash: string } | { kind: "notice"; text: string };

/**
 * An object of one or two members whose values are strings. Checked before the JSON parser runs, so
 * that neither depth, nor ten thousand keys, nor doubled keys ever reach it. Linear: each character
 * is looked at once.
 */
const SHAPE =
  /^\s*\{\s*"(text|hash|notice)"\s*:\s*"[^"\\]*(?:\\.[^"\\]*)*"\s*(?:,\s*"(text|hash)"\s*:\s*"[^"\\]*(?:\\.[^"\\]*)*"\s*)?\}\s*$/u;

/** Reads one line of a request: `{"text":…,"hash":…}` or `{"notice":…}`; null for anything else. */
export function parseLine(line: string): Line | null {
  const names = SHAPE.exec(line);
  if (!names) return null;
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    return null; // A control character or a bad escape inside a string.
  }
  // A key doubled leaves the other one out, so that nothing below fits.
  const [text, hash, notice] = [own(json, "text"), own(json, "hash"), own(json, "notice")];
  if (typeof notice == "string") {
    return names[2] == null ? { kind: "notice", text: notice } : null;
  }
  return typeof text == "string" && typeof hash == "string" ? { kind: "record", text, hash } : null;
}
