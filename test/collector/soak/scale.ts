import { generateKeyPairSync } from "node:crypto";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { nodePrimitives } from "../../../src/verify/nodePrimitives.ts";
import { readKey } from "../../../src/verify/openNote.ts";
import { verifyExport } from "../../../src/verify/verifyExport.ts";
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

/**
 * Grows one log to each size in turn and measures what the sizes cost. Once `enough` says so it grows no
 * more, and the last step is the size that it has then.
 */
export async function scale(
  sizes: readonly number[],
  onStep: (step: ScaleStep) => void = () => {},
  enough: () => boolean = () => false,
): Promise<ScaleStep[]> {
  const home = mkdtempSync(join(tmpdir(), "consentry-scale-"));
  const path = join(home, "log.db");
  const { privateKey } = generateKeyPairSync("ed25519");
  const log = { origin: "soak", signers: [createSigner("soak", privateKey)] };
  const keys = [readKey(log.signers[0]!.vkey, nodePrimitives.sha256)!];
  const trust = { keys, earlier: [], witnesses: [] };
  const store = await sqliteStore({ path });
  await checkLog(store, log);
  const rules = { origins: new Set([SITE]), line: 1e5, categories: 40, keys: 1e3 };
  const steps: ScaleStep[] = [];
  let size = 0;
  for (const wanted of sizes) {
    if (enough()) break;
    const before = size;
    let start = performance.now();
    while (size < wanted && !enough()) {
      const entries = Array.from({ length: Math.min(200, wanted - size) }, () => {
        const entry = checkEntry(makeRecord(SITE).line, rules);
        if ("code" in entry) throw new Error(entry.code);
        return entry;
      });
      const { wanted: asked, plan } = sequence(entries, log, Date.now);
      await store.write(asked, plan);
      size += entries.length;
      // Writing never waits for anything else: a signal would not be heard.
      if (size % 20_000 == 0) await new Promise((resolve) => setImmediate(resolve));
    }
    const records = size;
    const micros = (count: number) => Math.round(((performance.now() - start) * 1000) / count);
    const write = micros(records - before);
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
  // Ctrl-C: no further growth, but the figures of the size that was reached.
  let enough = false;
  process.once("SIGINT", () => (enough = true));
  await scale(
    sizes,
    (it) =>
      console.log(
        [it.records, it.write, it.export, it.verify, it.stored, it.exported, it.memory, it.ok].join(
          " | ",
        ),
      ),
    () => enough,
  );
  console.log(machine());
}
