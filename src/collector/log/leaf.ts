/** What a leaf stands for. */
export const RECORD = 0;
export const NOTICE = 1;

/** What was noticed when the leaf was logged; bits of its last byte. Flags accuse no one. */
export const FLAGS = {
  /** The record before it in its chain is not in the log. */
  gap: 1,
  /** Another record already has this place in the chain. */
  fork: 2,
  /** The browser's clock was more than five minutes ahead. */
  ahead: 4,
  /** It was made more than five minutes before it arrived, by the browser's clock. */
  late: 8,
  /** No real user event asked for it. */
  untrusted: 16,
  /** Its id was already used by a record with other bytes. */
  conflict: 32,
  /** The text of what was shown was not here yet. */
  noticeless: 64,
} as const;

/** One entry of the tree. Nothing in it is personal: the hash covers a random salt. */
export interface Leaf {
  kind: typeof RECORD | typeof NOTICE;
  /** Host (and port) of the site, ASCII; empty for a notice. */
  site: string;
  /** Hash of the record, or SHA-256 of the notice's text: 32 bytes. */
  hash: Uint8Array;
  /** The collector's clock when it was logged, milliseconds since 1970. */
  received: number;
  /** Bits of `FLAGS`. */
  flags: number;
}

const DOMAIN = Buffer.from("consentry/v1 leaf\n");

/**
 * The bytes that the tree commits to:
 * `"consentry/v1 leaf\n"` ‖ kind (1) ‖ length of site (1) ‖ site ‖ hash (32) ‖ received (8) ‖ flags (1),
 * numbers big-endian.
 */
export function encodeLeaf(leaf: Leaf): Buffer {
  const site = Buffer.from(leaf.site, "latin1");
  if (site.length > 255 || leaf.hash.length != 32) throw new RangeError("not a leaf");
  const tail = Buffer.alloc(9);
  tail.writeBigUInt64BE(BigInt(leaf.received));
  tail.writeUInt8(leaf.flags, 8);
  return Buffer.concat([DOMAIN, Buffer.of(leaf.kind, site.length), site, leaf.hash, tail]);
}
