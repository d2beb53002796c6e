import { describe, expect, it } from "vitest";
import { batchTree } from "./batchTree.ts";
import { EMPTY, rootOf } from "./frontier.ts";
import { leafHash } from "./hash.ts";
import { consistencyProof, inclusionProof } from "./proofs.ts";
import { rootAgain } from "./rootAgain.ts";
import { treeReader } from "./treeReader.ts";

const COUNT = 66_000; // three levels of tiles
const leaves = Array.from({ length: COUNT }, (_, i) => leafHash(Buffer.from(`${i}`)));
const { tileNodes, frontier } = batchTree(EMPTY, leaves);
const reads: string[] = [];
const reader = treeReader({
  nodes(level, start, end) {
    reads.push(`${level}/${start}`);
    const row = level
      ? tileNodes.filter((node) => node.level == level).map(({ hash }) => hash)
      : leaves;
    return Promise.resolve(row.slice(start, end));
  },
});
const perfect = (level: number, index: number) =>
  rootAgain(EMPTY, leaves.slice(index * 2 ** level, (index + 1) * 2 ** level));

describe("a tree reader", () => {
  it("gives the same root and proofs as the leaves themselves", async () => {
    expect(await reader.root(COUNT)).toEqual(rootOf(frontier));
    for (const size of [1, 255, 256, 257, 65_536, COUNT]) {
      const index = Math.floor(size / 3);
      expect(await reader.inclusion(index, size)).toEqual(inclusionProof(index, size, perfect));
      expect(await reader.consistency(index, size)).toEqual(consistencyProof(index, size, perfect));
    }
  });

  it("reads few tiles, and a full tile once", async () => {
    reads.length = 0;
    await reader.inclusion(40_000, COUNT);
    expect(new Set(reads).size).toBeLessThanOrEqual(6);
    const full = reads.filter((read) => read == "0/39936");
    await reader.inclusion(40_001, COUNT);
    expect(reads.filter((read) => read == "0/39936")).toEqual(full);
  });

  it("does not invent hashes that are missing", async () => {
    const empty = treeReader({ nodes: () => Promise.resolve([]) });
    await expect(empty.root(3)).rejects.toThrow("missing");
  });
});
