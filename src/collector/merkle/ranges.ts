/** The leaves from `start` up to but not including `end`. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A perfect subtree: `2^level` leaves that begin at `index * 2^level`. */
export interface Node {
  readonly level: number;
  readonly index: number;
}

/** Gives the hash of a perfect subtree. */
export type HashOf = (level: number, index: number) => Uint8Array;

/** The largest power of two smaller than `n` (RFC 6962 calls it k); `n` is at least 2. */
export function split(n: number): number {
  let k = 1;
  while (k * 2 < n) k *= 2;
  return k;
}

/**
 * The subtrees whose roots prove that leaf `index` is in the tree of `size` leaves, from the leaf's
 * sibling up: PATH(m, D[n]) of RFC 6962 section 2.1.1.
 */
export function inclusionRanges(index: number, size: number): Range[] {
  if (!(index >= 0 && index < size)) throw new RangeError("no such leaf in a tree of this size");
  const out: Range[] = [];
  let start = 0;
  let end = size;
  while (end - start > 1) {
    const middle = start + split(end - start);
    if (index < middle) {
      out.push({ start: middle, end });
      end = middle;
    } else {
      out.push({ start, end: middle });
      start = middle;
    }
  }
  return out.toReversed();
}

/**
 * The subtrees whose roots prove that the first `old` leaves of the tree of `size` are the whole of
 * an earlier tree: PROOF(m, D[n]) of RFC 6962 section 2.1.2. Nothing to prove for an equal or empty one.
 */
export function consistencyRanges(old: number, size: number): Range[] {
  if (!(old >= 0 && old <= size)) throw new RangeError("the earlier tree is larger");
  if (old == 0 || old == size) return [];
  const out: Range[] = [];
  let start = 0;
  let end = size;
  let whole = true; // RFC 6962's flag b: the earlier root is known to who asks.
  while (old != end) {
    const middle = start + split(end - start);
    if (old <= middle) {
      out.push({ start: middle, end });
      end = middle;
    } else {
      out.push({ start, end: middle });
      start = middle;
      whole = false;
    }
  }
  if (!whole) out.push({ start, end });
  return out.toReversed();
}

/** The perfect subtrees that make up a range which starts at a multiple of its own tree. */
export function nodesOf({ start, end }: Range): Node[] {
  const out: Node[] = [];
  for (let from = start; from < end;) {
    let level = 0;
    let width = 1;
    while (from % (width * 2) == 0 && from + width * 2 <= end) {
      width *= 2;
      level++;
    }
    out.push({ level, index: from / width });
    from += width;
  }
  return out;
}
