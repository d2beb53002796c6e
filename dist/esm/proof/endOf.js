import { recordHash } from '../record/recordHash.js';
import { chainOf } from './shelf.js';

function endOf(heads, records, known) {
  const head = heads.at(-1);
  const chain = Math.max(...[head, records.at(-1)].map((row) => row ? chainOf(row) : -1));
  const mine = records.filter((row) => chainOf(row) == chain);
  const before = known?.chain == chain ? known.last : void 0;
  const checked = before && mine[before.sequence]?.hash == before.hash;
  let hash = checked ? before.hash : null;
  try {
    const fits = mine.slice(checked ? before.sequence + 1 : 0).every((row) => (hash = recordHash(row.text, hash)) == row.hash);
    if (fits && hash && hash == head?.hash) {
      const { text } = mine.at(-1);
      return { chain, last: { ...JSON.parse(text), hash, text } };
    }
  } catch {
  }
  return { chain: chain + 1 };
}

export { endOf };
