import { concat, equal, fromBase64, fromHex, utf8 } from "./bytes.ts";
import type { Primitives } from "./primitives.ts";

/** A key that a verifier trusts (C2SP signed-note, "Verifier keys"). */
export interface VerifierKey {
  name: string;
  /** 4 bytes. */
  id: Uint8Array;
  /** 1: Ed25519 over the text. 4: Ed25519 with a time, as witnesses sign. */
  type: 1 | 4;
  publicKey: Uint8Array;
}

/** Who signed a note. */
export interface Signature {
  name: string;
  /** Seconds since 1970 at which a witness says it saw the checkpoint; null for the log itself. */
  time: number | null;
}

/** A note whose signatures were checked. */
export interface OpenNote {
  text: string;
  signatures: Signature[];
}

/** Reads `name+keyid+base64(type ‖ key)`; null when it is malformed or its id is not of its key. */
export function readKey(vkey: string, sha256: Primitives["sha256"]): VerifierKey | null {
  const [, name, digits, encoded] = /^([^\s+]+)\+([0-9a-f]{8})\+(\S+)$/u.exec(vkey.trim()) ?? [];
  const bytes = fromBase64(encoded);
  const id = fromHex(digits);
  const type = bytes?.[0];
  if (!name || !id || bytes?.length != 33 || (type != 1 && type != 4)) return null;
  const expected = sha256(concat(utf8(`${name}\n`), bytes)).slice(0, 4);
  return equal(id, expected) ? { name, id, type, publicKey: bytes.slice(1) } : null;
}

/** Control characters other than the newline, which no note holds. */
const hasControls = (text: string) => text.split("").some((char) => char < " " && char != "\n");

const MOST_LINES = 64;
const MOST = 262_144; // UTF-16 units; post-quantum lines have nearly 5 KB

/**
 * Opens a note: its text and the signatures of trusted keys. Null when it is malformed, when a line of
 * a trusted key does not verify, or when none does (C2SP signed-note, "Signatures").
 */
export async function openNote(
  note: string,
  keys: readonly VerifierKey[],
  { ed25519 }: Primitives,
): Promise<OpenNote | null> {
  const end = note.lastIndexOf("\n\n");
  if (end < 0 || note.length > MOST || hasControls(note)) return null;
  const text = note.slice(0, end + 1);
  const lines = note.slice(end + 2).split("\n");
  if (lines.pop() != "" || !lines.length || lines.length > MOST_LINES) return null;

  const signatures: Signature[] = [];
  for (const line of lines) {
    const [, name, encoded] = /^— ([^\s+]+) (\S+)$/u.exec(line) ?? [];
    const bytes = fromBase64(encoded);
    if (!name || !bytes || bytes.length < 5) return null;
    for (const key of keys) {
      if (key.name != name || !equal(key.id, bytes.slice(0, 4))) continue;
      const signed = key.type == 1 ? plain(text, bytes) : timed(text, bytes);
      if (!signed || !(await ed25519(key.publicKey, signed.message, signed.signature))) return null;
      signatures.push({ name, time: signed.time });
    }
  }
  return signatures.length ? { text, signatures } : null;
}

interface Signed {
  message: Uint8Array;
  signature: Uint8Array;
  time: number | null;
}

function plain(text: string, bytes: Uint8Array): Signed | null {
  if (bytes.length != 4 + 64) return null;
  return { message: utf8(text), signature: bytes.slice(4), time: null };
}

/** A timestamped cosignature (C2SP tlog-cosignature, "Ed25519 signed message"). */
function timed(text: string, bytes: Uint8Array): Signed | null {
  if (bytes.length != 4 + 8 + 64) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const time = view.getUint32(4) * 2 ** 32 + view.getUint32(8);
  if (!Number.isSafeInteger(time)) return null;
  const message = utf8(`cosignature/v1\ntime ${time}\n${text}`);
  return { message, signature: bytes.slice(12), time };
}
