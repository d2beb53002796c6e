import { nodePrimitives } from "../../../src/verify/nodePrimitives.ts";
import { readKey, type VerifierKey } from "../../../src/verify/openNote.ts";
import type { Report } from "../../../src/verify/report.ts";
import { verifyExport } from "../../../src/verify/verifyExport.ts";
import { exportLines } from "../../../src/collector/export/exportLines.ts";
import { checkLog } from "../../../src/collector/log/checkLog.ts";
import type { LogIdentity } from "../../../src/collector/log/sequence.ts";
import type { BodyFilter, Store } from "../../../src/collector/store/store.ts";

/** Every line of an export. */
export async function exported(
  store: Store,
  log: LogIdentity,
  filter: BodyFilter = {},
): Promise<string[]> {
  await checkLog(store, log);
  return all(exportLines(store, filter));
}

/** Everything that an iterator gives. */
export async function all<T>(source: AsyncIterable<T>): Promise<T[]> {
  const out: T[] = [];
  for await (const one of source) out.push(one);
  return out;
}

/** Verifies lines with the log's key pinned. */
export function verified(
  lines: readonly string[],
  log: LogIdentity,
  earlier: readonly string[] = [],
  witnesses: readonly VerifierKey[] = [],
): Promise<Report> {
  const keys = log.signers.map(({ vkey }) => readKey(vkey, nodePrimitives.sha256)!);
  return verifyExport(lines, { keys, earlier, witnesses }, nodePrimitives);
}
