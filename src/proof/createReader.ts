import type { ChainReport } from "../record/consentRecord.ts";
import { parseRecord } from "../record/parseRecord.ts";
import { verifyChain } from "../record/verifyChain.ts";
import type { ProofLog } from "./proofLog.ts";
import { chainOf, type RecordStore } from "./recordStore.ts";

/**
 * The reading half of a log: what the stores of records keep, in the order of the ladder, and there chain by
 * chain. `refuse` hears of a store that cannot be read.
 */
export function createReader(
  recordStores: readonly RecordStore[],
  refuse: (recordStore: RecordStore) => void,
): Pick<ProofLog, "records" | "verify" | "export"> {
  return {
    async records() {
      const found: Awaited<ReturnType<ProofLog["records"]>> = [];
      for (const recordStore of recordStores) {
        const read = await recordStore.run(["records"]).catch(() => refuse(recordStore));
        for (const { text, hash } of read?.[0] ?? []) {
          const record = parseRecord(text);
          if (typeof record != "string") found.push({ ...record, hash, text });
        }
      }
      return found;
    },

    async verify() {
      const total: ChainReport = { ok: true, length: 0, firstBad: null, reason: null };
      const fail = (firstBad: number | null, reason: string | null) => {
        if (total.ok) Object.assign(total, { ok: false, firstBad, reason });
      };
      for (const recordStore of recordStores) {
        const read = await recordStore.run(["records", "heads"]).catch(() => refuse(recordStore));
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
      const lines: object[] = [];
      const line = (kind: string, fields: object) =>
        lines.push({ type: `consentry/1 ${kind}`, ...fields });
      for (const recordStore of recordStores) {
        const read = await recordStore
          .run(["notices", "records", "heads", "receipts"])
          .catch(() => refuse(recordStore));
        const [notices, records, heads, receipts] = read ?? [[], [], [], []];
        const answers = new Map(receipts.map((row) => [row.key, row]));
        const chain = (row: { key: string }) => `${recordStore.name}/${chainOf(row)}`;
        for (const { key, text } of notices) line("notice", { hash: key, text });
        for (const row of records) {
          const { text, hash } = row;
          const { checkpoint, receipt } = answers.get(row.key) ?? {};
          line("record", { chain: chain(row), text, hash, checkpoint, receipt });
        }
        for (const row of heads) line("head", { chain: chain(row), hash: row.hash });
      }
      return lines.map((it) => `${JSON.stringify(it)}\n`).join("");
    },
  };
}
