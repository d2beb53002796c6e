import { S as StoreError } from './sqliteStore.js';
import { n as nodeHash } from './keyFile.js';

function split(n) {
  let k = 1;
  while (k * 2 < n) k *= 2;
  return k;
}
function inclusionRanges(index, size) {
  if (!(index >= 0 && index < size)) throw new RangeError("no such leaf in a tree of this size");
  const out = [];
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
function consistencyRanges(old, size) {
  if (!(old >= 0 && old <= size)) throw new RangeError("the earlier tree is larger");
  if (old == 0 || old == size) return [];
  const out = [];
  let start = 0;
  let end = size;
  let whole = true;
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
function nodesOf({ start, end }) {
  const out = [];
  for (let from = start; from < end; ) {
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

function rangeRoot(range, hashOf) {
  const hashes = nodesOf(range).map(({ level, index }) => hashOf(level, index));
  return hashes.reduceRight((right, left) => nodeHash(left, right));
}
function inclusionProof(index, size, hashOf) {
  return inclusionRanges(index, size).map((range) => rangeRoot(range, hashOf));
}

const WIDTH = 256;
const KEPT = 256;
function treeReader(store) {
  const full = /* @__PURE__ */ new Map();
  const tile = async (level, index) => {
    const key = `${level}/${index}`;
    const known = full.get(key);
    if (known) return known;
    const hashes = await store.nodes(level * 8, index * WIDTH, (index + 1) * WIDTH);
    if (hashes.length == WIDTH) {
      full.set(key, hashes);
      if (full.size > KEPT) full.delete(full.keys().next().value);
    }
    return hashes;
  };
  const perfect = async (level, index) => {
    const width = 2 ** (level % 8);
    const start = index * width;
    const hashes = await tile(Math.floor(level / 8), Math.floor(start / WIDTH));
    let row = hashes.slice(start % WIDTH, start % WIDTH + width);
    if (row.length != width) throw new StoreError("broken", "hashes of the tree are missing");
    while (row.length > 1) row = pairs(row);
    return row[0];
  };
  const roots = (ranges) => Promise.all(
    ranges.map(async (range) => {
      const hashes = /* @__PURE__ */ new Map();
      for (const { level, index } of nodesOf(range)) {
        hashes.set(`${level}/${index}`, await perfect(level, index));
      }
      return rangeRoot(range, (level, index) => hashes.get(`${level}/${index}`));
    })
  );
  return {
    inclusion: (index, size) => roots(inclusionRanges(index, size)),
    consistency: (old, size) => roots(consistencyRanges(old, size)),
    root: async (size) => (await roots([{ start: 0, end: size }]))[0]
  };
}
function pairs(row) {
  return Array.from({ length: row.length / 2 }, (_, i) => nodeHash(row[i * 2], row[i * 2 + 1]));
}

export { inclusionProof as i, split as s, treeReader as t };
