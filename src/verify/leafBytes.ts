import { concat, utf8 } from "./bytes.ts";

/** A leaf as its bytes say it. */
export interface ReadLeaf {
  kind: "record" | "notice";
  site: string;
  hash: Uint8Array;
  /** Milliseconds since 1970. */
  received: number;
  flags: number;
}

const KINDS = ["record", "notice"] as const;
const DOMAIN = utf8("consentry/v1 leaf\n");

/**
 * Writes the bytes of a leaf again from what is claimed of it; null where no leaf can say that.
 * domain ‖ kind (1) ‖ length (1) ‖ site ‖ hash (32) ‖ received (8) ‖ flags (1), big-endian.
 */
export function leafBytes(leaf: ReadLeaf): Uint8Array | null {
  const site = utf8(leaf.site);
  const kind = KINDS.indexOf(leaf.kind);
  const isByte = Number.isInteger(leaf.flags) && leaf.flags >= 0 && leaf.flags < 256;
  const isTime = Number.isSafeInteger(leaf.received) && leaf.received >= 0;
  if (kind < 0 || site.length > 255 || leaf.hash.length != 32 || !isByte || !isTime) return null;
  const tail = new DataView(new ArrayBuffer(9));
  tail.setBigUint64(0, BigInt(leaf.received));
  tail.setUint8(8, leaf.flags);
  const head = Uint8Array.of(kind, site.length);
  return concat(DOMAIN, head, site, leaf.hash, new Uint8Array(tail.buffer));
}

/** Reads the bytes of a leaf; null where they are not exactly one. */
export function readLeaf(bytes: Uint8Array): ReadLeaf | null {
  const at = DOMAIN.length;
  const kind = KINDS[bytes[at] ?? -1];
  const end = at + 2 + (bytes[at + 1] ?? 0);
  if (!kind || bytes.length != end + 41 || !DOMAIN.every((byte, i) => byte == bytes[i]))
    return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const received = Number(view.getBigUint64(end + 32));
  if (!Number.isSafeInteger(received)) return null;
  const site = String.fromCharCode(...bytes.slice(at + 2, end));
  if (!/^[\x21-\x7e]*$/.test(site)) return null;
  return { kind, site, hash: bytes.slice(end, end + 32), received, flags: bytes[end + 40]! };
}
