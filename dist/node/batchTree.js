import { a as append } from './sqliteStore.js';
import { i as inclusionProof } from './treeReader.js';

const key = (level, index) => `${level}/${index}`;
function batchTree(before, leaves) {
  const known = /* @__PURE__ */ new Map();
  let covered = 0;
  let width = 2 ** Math.floor(Math.log2(before.size || 1));
  for (const hash of before.hashes) {
    while (covered + width > before.size) width /= 2;
    known.set(key(Math.log2(width), covered / width), hash);
    covered += width;
  }
  const tileNodes = [];
  let frontier = before;
  for (const leaf of leaves) {
    frontier = append(frontier, leaf, (level, index, hash) => {
      known.set(key(level, index), hash);
      if (level && level % 8 == 0) tileNodes.push({ level, index, hash });
    });
  }
  const hashOf = (level, index) => {
    const hash = known.get(key(level, index));
    if (!hash) throw new Error(`subtree ${key(level, index)} is not of this batch`);
    return hash;
  };
  return { frontier, tileNodes, prove: (index) => inclusionProof(index, frontier.size, hashOf) };
}

export { batchTree as b };
