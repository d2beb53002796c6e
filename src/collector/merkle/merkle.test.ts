import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { batchTree } from "./batchTree.ts";
import { append, EMPTY, packFrontier, rootOf, unpackFrontier, type Frontier } from "./frontier.ts";
import { EMPTY_ROOT, leafHash, nodeHash } from "./hash.ts";
import { consistencyProof, inclusionProof } from "./proofs.ts";

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");

/**
 * The reference tree of the Certificate Transparency project: `LeafInputs` and `RootHashes` of
 * certificate-transparency-go and of transparency-dev/merkle (testonly/tree.go, Apache-2.0).
 */
const LEAVES = [
  "",
  "00",
  "10",
  "2021",
  "3031",
  "40414243",
  "5051525354555657",
  "606162636465666768696a6b6c6d6e6f",
].map((text) => leafHash(Buffer.from(text, "hex")));
const ROOTS = [
  "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
  "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
  "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
  "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
  "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
  "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
  "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
  "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
  "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
];

/** RFC 6962 section 2.1 read word by word: slow, and of another shape than the code under test. */
function mth(leaves: readonly Uint8Array[]): Uint8Array {
  if (leaves.length < 2) return leaves[0] ?? EMPTY_ROOT;
  const k = 2 ** Math.ceil(Math.log2(leaves.length) - 1);
  return nodeHash(mth(leaves.slice(0, k)), mth(leaves.slice(k)));
}

/** PATH(m, D[n]), section 2.1.1, word by word. */
function path(m: number, leaves: readonly Uint8Array[]): Uint8Array[] {
  if (leaves.length == 1) return [];
  const k = 2 ** Math.ceil(Math.log2(leaves.length) - 1);
  const [left, right] = [leaves.slice(0, k), leaves.slice(k)];
  return m < k ? [...path(m, left), mth(right)] : [...path(m - k, right), mth(left)];
}

/** SUBPROOF(m, D[n], b), section 2.1.2, word by word. */
function subproof(m: number, leaves: readonly Uint8Array[], b: boolean): Uint8Array[] {
  if (m == leaves.length) return b ? [] : [mth(leaves)];
  const k = 2 ** Math.ceil(Math.log2(leaves.length) - 1);
  const [left, right] = [leaves.slice(0, k), leaves.slice(k)];
  return m <= k
    ? [...subproof(m, left, b), mth(right)]
    : [...subproof(m - k, right, false), mth(left)];
}

const grow = (leaves: readonly Uint8Array[]): Frontier =>
  leaves.reduce<Frontier>((frontier, leaf) => append(frontier, leaf), EMPTY);
const numbered = (count: number) =>
  Array.from({ length: count }, (_, i) => leafHash(Buffer.from(`leaf ${i}`)));
const over = (leaves: readonly Uint8Array[]) => (level: number, index: number) =>
  mth(leaves.slice(index * 2 ** level, (index + 1) * 2 ** level));

describe("the tree", () => {
  it("hashes leaves and nodes as RFC 6962 says (vectors of transparency-dev/merkle)", () => {
    expect(hex(leafHash(Buffer.from("L123456")))).toBe(
      "395aa064aa4c29f7010acfe3f25db9485bbd4b91897b6ad7ad547639252b4d56",
    );
    expect(hex(nodeHash(Buffer.from("N123"), Buffer.from("N456")))).toBe(
      "aa217fe888e47007fa15edab33c2b492a722cb106c64667fc2b044444de66bbb",
    );
  });

  it("has the roots of the Certificate Transparency reference tree at every size", () => {
    expect(ROOTS.map((_, size) => hex(rootOf(grow(LEAVES.slice(0, size)))))).toEqual(ROOTS);
  });

  it("gives the published inclusion proof of leaf 0 in the reference tree of 8", () => {
    expect(inclusionProof(0, 8, over(LEAVES)).map(hex)).toEqual([
      "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
      "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
      "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    ]);
  });

  it("gives the inclusion and consistency proofs of the RFC's definition for all sizes to 40", () => {
    const all = numbered(40);
    for (let n = 1; n <= all.length; n++) {
      const leaves = all.slice(0, n);
      const hashOf = over(leaves);
      for (let m = 0; m < n; m++) {
        expect(inclusionProof(m, n, hashOf)).toEqual(path(m, leaves));
        const expected = m ? subproof(m, leaves, true) : [];
        expect(consistencyProof(m, n, hashOf)).toEqual(expected);
      }
      expect(consistencyProof(n, n, hashOf)).toEqual([]);
    }
  });

  it("proves every leaf of a batch from the right edge alone", () => {
    fc.assert(
      fc.property(fc.nat(600), fc.integer({ min: 1, max: 300 }), (before, count) => {
        const leaves = numbered(before + count);
        const batch = batchTree(grow(leaves.slice(0, before)), leaves.slice(before));
        expect(rootOf(batch.frontier)).toEqual(mth(leaves));
        const index = before + Math.floor(count / 2);
        expect(batch.prove(index)).toEqual(path(index, leaves));
        for (const { level, index: at, hash } of batch.tileNodes) {
          expect(hash).toEqual(over(leaves)(level, at));
        }
        const tiles = Math.floor((before + count) / 256) - Math.floor(before / 256);
        expect(batch.tileNodes.filter(({ level }) => level == 8)).toHaveLength(tiles);
      }),
      { numRuns: 40 },
    );
  });

  it("refuses to prove what is not there", () => {
    expect(() => inclusionProof(8, 8, over(LEAVES))).toThrow(RangeError);
    expect(() => consistencyProof(9, 8, over(LEAVES))).toThrow(RangeError);
    expect(() => batchTree(grow(LEAVES), numbered(1)).prove(2)).toThrow("not of this batch");
  });

  it("reads its right edge back, and refuses one that does not fit the size", () => {
    const frontier = grow(numbered(11));
    expect(unpackFrontier(11, packFrontier(frontier))).toEqual(frontier);
    expect(() => unpackFrontier(12, packFrontier(frontier))).toThrow("does not fit");
  });
});
