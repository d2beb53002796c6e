import type { Frontier } from "./frontier.ts";
import { EMPTY_ROOT, nodeHash } from "./hash.ts";
import { split } from "./ranges.ts";

/**
 * The root after a batch, computed a second time and another way: top down by RFC 6962's own
 * definition, from the earlier right edge and the batch's leaf hashes. A log was lost in 2022 because
 * one bit flipped between a leaf and its root ("Yeti 2022"); two computations that must agree see that.
 */
export function rootAgain(before: Frontier, leaves: readonly Uint8Array[]): Uint8Array {
  const edge = new Map<string, Uint8Array>();
  let start = 0;
  before.size
    .toString(2)
    .split("")
    .forEach((bit, i, bits) => {
      if (bit != "1") return;
      const end = start + 2 ** (bits.length - 1 - i);
      edge.set(`${start}-${end}`, before.hashes[edge.size]!);
      start = end;
    });
  const root = (from: number, to: number): Uint8Array => {
    const known = edge.get(`${from}-${to}`);
    if (known) return known;
    if (to - from == 1) return leaves[from - before.size]!;
    const middle = from + split(to - from);
    return nodeHash(root(from, middle), root(middle, to));
  };
  const size = before.size + leaves.length;
  return size ? root(0, size) : EMPTY_ROOT;
}
