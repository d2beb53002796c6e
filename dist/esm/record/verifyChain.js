import { parseRecord } from './parseRecord.js';
import { recordHash } from './recordHash.js';

function verifyChain(links, newest) {
  const ids = /* @__PURE__ */ new Set();
  let previous = null;
  const report = (firstBad, reason) => ({
    ok: reason == null,
    length: links.length,
    firstBad,
    reason
  });
  for (const [index, { text, hash }] of links.entries()) {
    const record = parseRecord(text);
    if (typeof record == "string") return report(index, `This is not a record (${record}).`);
    if (record.sequence != index) {
      return report(index, "A record is missing, doubled or out of order here.");
    }
    if (record.previous != previous) return report(index, "It does not follow the record before.");
    if (ids.has(record.id)) return report(index, "Its id was used before.");
    ids.add(record.id);
    previous = recordHash(String(text), previous);
    if (previous != hash) return report(index, "Its text does not give its hash.");
  }
  return newest !== void 0 && newest !== previous ? report(links.length, "The newest records are missing, or the end of the log was altered.") : report(null, null);
}

export { verifyChain };
