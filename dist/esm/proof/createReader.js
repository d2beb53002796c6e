import { parseRecord } from '../record/parseRecord.js';
import { verifyChain } from '../record/verifyChain.js';
import { chainOf } from './shelf.js';

function createReader(shelves, refuse) {
  return {
    async records() {
      const found = [];
      for (const shelf of shelves) {
        const read = await shelf.run(["records"]).catch(() => refuse(shelf));
        for (const { text, hash } of read?.[0] ?? []) {
          const record = parseRecord(text);
          if (typeof record != "string") found.push({ ...record, hash, text });
        }
      }
      return found;
    },
    async verify() {
      const total = { ok: true, length: 0, firstBad: null, reason: null };
      const fail = (firstBad, reason) => {
        if (total.ok) Object.assign(total, { ok: false, firstBad, reason });
      };
      for (const shelf of shelves) {
        const read = await shelf.run(["records", "heads"]).catch(() => refuse(shelf));
        if (!read) {
          fail(null, "A part of the log cannot be read.");
          continue;
        }
        const [records, heads] = read;
        const chains = [...records, ...heads].map(chainOf).sort((a, b) => a - b);
        for (const chain of new Set(chains)) {
          const links = records.filter((row) => chainOf(row) == chain);
          const head = heads.find((row) => chainOf(row) == chain);
          const report = verifyChain(links, head?.hash ?? null);
          if (!report.ok) fail(total.length + (report.firstBad ?? 0), report.reason);
          total.length += report.length;
        }
      }
      return total;
    },
    async export() {
      const lines = [];
      const line = (kind, fields) => lines.push({ type: `consentry/1 ${kind}`, ...fields });
      for (const shelf of shelves) {
        const read = await shelf.run(["notices", "records", "heads", "receipts"]).catch(() => refuse(shelf));
        const [notices, records, heads, receipts] = read ?? [[], [], [], []];
        const answers = new Map(receipts.map((row) => [row.key, row]));
        const chain = (row) => `${shelf.name}/${chainOf(row)}`;
        for (const { key, text } of notices) line("notice", { hash: key, text });
        for (const row of records) {
          const { text, hash } = row;
          const { checkpoint, receipt } = answers.get(row.key) ?? {};
          line("record", { chain: chain(row), text, hash, checkpoint, receipt });
        }
        for (const row of heads) line("head", { chain: chain(row), hash: row.hash });
      }
      return lines.map((it) => `${JSON.stringify(it)}
`).join("");
    }
  };
}

export { createReader };
