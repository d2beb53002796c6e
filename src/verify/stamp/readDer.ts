/** One DER element (X.690): its tag, its content, and the bytes of the whole. */
export interface Der {
  tag: number;
  content: Uint8Array;
  whole: Uint8Array;
  /** Elements inside, for constructed ones (SEQUENCE, SET, explicit tags). */
  children: Der[];
}

const DEEPEST = 16;

/** Reads one element that fills all the bytes; null for anything else. Definite lengths only. */
export function readDer(bytes: Uint8Array, depth = 0): Der | null {
  const all = readAll(bytes, depth);
  return all?.length == 1 ? all[0]! : null;
}

function readAll(bytes: Uint8Array, depth: number): Der[] | null {
  const out: Der[] = [];
  for (let at = 0; at < bytes.length;) {
    const tag = bytes[at]!;
    const length = lengthAt(bytes, at + 1);
    // Tags above 30 take more bytes; no structure here has one.
    if (!length || (tag & 31) == 31 || depth > DEEPEST) return null;
    const start = at + 1 + length.bytes;
    const end = start + length.value;
    if (end > bytes.length) return null;
    const content = bytes.subarray(start, end);
    const children = tag & 32 ? readAll(content, depth + 1) : [];
    if (!children) return null;
    out.push({ tag, content, whole: bytes.subarray(at, end), children });
    at = end;
  }
  return out;
}

function lengthAt(bytes: Uint8Array, at: number): { value: number; bytes: number } | null {
  const first = bytes[at];
  if (first == null || first == 128) return null;
  if (first < 128) return { value: first, bytes: 1 };
  const count = first - 128;
  if (count > 4 || at + count >= bytes.length) return null;
  let value = 0;
  for (let i = 1; i <= count; i++) value = value * 256 + bytes[at + i]!;
  // DER has one spelling for a length: the shortest.
  return value >= 128 && bytes[at + 1] != 0 ? { value, bytes: 1 + count } : null;
}

/** Content of an OBJECT IDENTIFIER as hexadecimal digits. */
export function oidOf(der: Der | undefined): string {
  return der?.tag == 6 ? Buffer.from(der.content).toString("hex") : "";
}
