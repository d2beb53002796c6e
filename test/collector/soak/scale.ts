import { generateKeyPairSync } from "node:crypto";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { nodePrimitives } from "../../../src/cli/verify/nodePrimitives.ts";
import { readKey } from "../../../src/cli/verify/openNote.ts";
import { verifyExport } from "../../../src/cli/verify/verifyExport.ts";
import { exportLines } from "../../../src/collector/export/exportLines.ts";
import { checkEntry } from "../../../src/collector/http/checkEntry.ts";
import { checkLog } from "../../../src/collector/log/checkLog.ts";
import { createSigner } from "../../../src/collector/note/signer.ts";
import { sequence } from "../../../src/collector/log/sequence.ts";
import { sqliteStore } from "../../../src/collector/sqlite/sqliteStore.ts";
import { makeRecord } from "./fastRecords.ts";
import { isProgram, machine, numbers } from "./machine.ts";

/** What one size costs. */
export interface ScaleStep {
  records: number;
  /** Microseconds a record: writing it (200 a commit), exporting it, verifying the export. */
  write: number;
  export: number;
  verify: number;
  /** Bytes a record: in the database, and in the export. */
  stored: number;
  exported: number;
  /** Memory of the process after verifying, MiB. */
  memory: number;
  ok: boolean;
}

const SITE = "https://shop.example";

/** Grows one log to each size in turn and measures what the sizes cost. */
export async function scale(
  sizes: readonly number[],
  onStep: (step: ScaleStep) => void = () => {},
): Promise<ScaleStep[]> {
  const home = mkdtempSync(join(tmpdir(), "consentry-scale-"));
  const path = join(home, "log.db");
  const { privateKey } = generateKeyPairSync("ed25519");
  const log = { origin: "soak", signers: [createSigner("soak", privateKey)] };
  const keys = [readKey(log.signers[0]!.vkey, nodePrimitives.sha256)!];
  const trust = { keys, earlier: [], witnesses: [] };
  const store = await sqliteStore({ path });
  await checkLog(store, log);
  const rules = { origins: new Set([SITE]), line: 1e5, keys: 1e3 };
  const steps: ScaleStep[] = [];
  let size = 0;
  for (const records of sizes) {
    const added = records - size;
    let start = performance.now();
    for (; size < records; size += 200) {
      const entries = Array.from({ length: Math.min(200, records - size) }, () => {
        const entry = checkEntry(makeRecord(SITE).line, rules);
        if ("code" in entry) throw new Error(entry.code);
        return entry;
      });
      const { wanted, plan } = sequence(entries, log, Date.now);
      await store.write(wanted, plan);
    }
    size = records;
    const micros = (count: number) => Math.round(((performance.now() - start) * 1000) / count);
    const write = micros(added);
    start = performance.now();
    let bytes = 0;
    for await (const line of exportLines(store, {})) bytes += line.length + 1;
    const exportCost = micros(records);
    start = performance.now();
    const report = await verifyExport(exportLines(store, {}), trust, nodePrimitives);
    const step: ScaleStep = {
      records,
      write,
      export: exportCost,
      verify: micros(records) - exportCost,
      stored: Math.round(statSync(path).size / records),
      exported: Math.round(bytes / records),
      memory: Math.round(process.memoryUsage().rss / 2 ** 20),
      ok: report.ok && report.records == records,
    };
    steps.push(step);
    onStep(step);
  }
  await store.close();
  rmSync(home, { recursive: true, force: true });
  return steps;
}

if (isProgram(import.meta.url)) {
  const { from, to } = numbers({ from: 10_000, to: 100_000 });
  const sizes: number[] = [];
  for (let size = from; size <= to; size *= 10) sizes.push(size);
  console.log(
    "records | write µs | export µs | verify µs | stored B | exported B | memory MiB | verifies",
  );
  await scale(sizes, (it) =>
    console.log(
      [it.records, it.write, it.export, it.verify, it.stored, it.exported, it.memory, it.ok].join(
        " | ",
      ),
    ),
  );
  console.log(machine());
}
