/** A set of hashes that holds millions: 8 bytes each instead of some 100 for a string in a Set. */
export interface SeenHashes {
  has(hash: Uint8Array): boolean;
  add(hash: Uint8Array): void;
}

/**
 * Open addressing over the first 64 bits. Two different hashes of ten million share them with a
 * probability of about 3 in a million, and then a check says "doubled" where nothing is: look again.
 */
export function seenHashes(): SeenHashes {
  let table = new BigUint64Array(1 << 10);
  let count = 0;
  const slotOf = (key: bigint): number => {
    let slot = Number(key & BigInt(table.length - 1));
    while (table[slot] != 0n && table[slot] != key) slot = (slot + 1) % table.length;
    return slot;
  };
  const keyOf = (hash: Uint8Array) =>
    // Zero marks an empty slot, so that it cannot be a key.
    new DataView(hash.buffer, hash.byteOffset, hash.length).getBigUint64(0) || 1n;
  const grow = () => {
    const old = table;
    table = new BigUint64Array(old.length * 2);
    for (const key of old) if (key) table[slotOf(key)] = key;
  };
  return {
    has: (hash) => table[slotOf(keyOf(hash))] != 0n,
    add(hash) {
      const key = keyOf(hash);
      const slot = slotOf(key);
      if (table[slot] == key) return;
      table[slot] = key;
      if (++count * 2 > table.length) grow();
    },
  };
}
