import { concat, equal } from "./bytes.ts";
import type { Primitives } from "./primitives.ts";

type Sha256 = Primitives["sha256"];

/** RFC 9162 section 2.1.1: hash of a leaf. */
export function hashLeaf(leaf: Uint8Array, sha256: Sha256): Uint8Array {
  return sha256(concat(Uint8Array.of(0), leaf));
}

/** RFC 9162 section 2.1.1: hash of two subtrees. */
export function hashPair(left: Uint8Array, right: Uint8Array, sha256: Sha256): Uint8Array {
  return sha256(concat(Uint8Array.of(1), left, right));
}

const odd = (n: number) => n % 2 == 1;
const half = (n: number) => Math.floor(n / 2); // ">>" ends at 2^31

/**
 * The root that an inclusion proof leads to, or null where the proof has a wrong form: RFC 9162
 * section 2.1.3.2, step by step.
 */
export function rootOfInclusion(
  leafHash: Uint8Array,
  index: number,
  size: number,
  proof: readonly Uint8Array[],
  sha256: Sha256,
): Uint8Array | null {
  if (!isIndex(index) || !isIndex(size) || index >= size) return null;
  let fn = index;
  let sn = size - 1;
  let r = leafHash;
  for (const p of proof) {
    if (sn == 0 || p.length != 32) return null;
    if (odd(fn) || fn == sn) {
      r = hashPair(p, r, sha256);
      while (!odd(fn) && fn != 0) [fn, sn] = [half(fn), half(sn)];
    } else {
      r = hashPair(r, p, sha256);
    }
    [fn, sn] = [half(fn), half(sn)];
  }
  return sn == 0 ? r : null;
}

/** Whether the tree of `size` only added to the tree of `old`: RFC 9162 section 2.1.4.2, step by step. */
export function isConsistent(
  old: { size: number; root: Uint8Array },
  next: { size: number; root: Uint8Array },
  proof: readonly Uint8Array[],
  sha256: Sha256,
): boolean {
  if (!isIndex(old.size) || !isIndex(next.size) || old.size > next.size) return false;
  if (old.size == next.size) return proof.length == 0 && equal(old.root, next.root);
  // Everything follows from nothing; there is nothing to prove, and nothing may be shown.
  if (old.size == 0) return proof.length == 0;
  if (proof.some((hash) => hash.length != 32)) return false;
  const isPower = Number.isInteger(Math.log2(old.size));
  const [first, ...rest] = isPower ? [old.root, ...proof] : proof;
  if (!first || proof.length == 0) return false;
  let fn = old.size - 1;
  let sn = next.size - 1;
  while (odd(fn)) [fn, sn] = [half(fn), half(sn)];
  let fr = first;
  let sr = first;
  for (const c of rest) {
    if (sn == 0) return false;
    if (odd(fn) || fn == sn) {
      fr = hashPair(c, fr, sha256);
      sr = hashPair(c, sr, sha256);
      while (!odd(fn) && fn != 0) [fn, sn] = [half(fn), half(sn)];
    } else {
      sr = hashPair(sr, c, sha256);
    }
    [fn, sn] = [half(fn), half(sn)];
  }
  return sn == 0 && equal(fr, old.root) && equal(sr, next.root);
}

function isIndex(n: number): boolean {
  return Number.isSafeInteger(n) && n >= 0;
}
