import { generateKeyPairSync } from "node:crypto";
import pg from "pg";
import { nodePrimitives } from "../../../src/verify/nodePrimitives.ts";
import { readKey } from "../../../src/verify/openNote.ts";
import { verifyExport } from "../../../src/verify/verifyExport.ts";
import { exportLines } from "../../../src/collector/export/exportLines.ts";
import { checkEntry } from "../../../src/collector/http/checkEntry.ts";
import { checkLog } from "../../../src/collector/log/checkLog.ts";
import { createGroupCommit } from "../../../src/collector/log/groupCommit.ts";
import { createSigner } from "../../../src/collector/note/signer.ts";
import { postgresStore } from "../../../src/collector/postgres/postgresStore.ts";
import { makeServer } from "../util/postgres.ts";
import { postgresProxy, type Fate } from "../util/postgresProxy.ts";
import { makeRecord } from "./fastRecords.ts";
import { isProgram, machine, numbers } from "./machine.ts";
import { pick } from "./pick.ts";

/** Sums of a run. */
export interface AmbiguousResult {
  injected: number;
  acknowledged: number;
  lost: number;
  duplicate: number;
  falselyAcknowledged: number;
  verified: boolean;
}

const SITE = "https://shop.example";
const FATES: readonly Fate[] = ["pass", "cut-before", "cut-after", "refuse", "lie", "cancel"];

/**
 * Writes through a proxy that cuts, refuses and lies about commits, until so many were injected, and lets
 * through only what all relatives of PostgreSQL know. Every acknowledged record is looked up at once on a
 * connection of its own: it must be there. `betrayed` is the control: commits that are rolled back and
 * confirmed all the same; it must find records missing.
 */
export async function ambiguous(target: number, betrayed = false): Promise<AmbiguousResult> {
  const fates: readonly Fate[] = betrayed ? ["pass", "betray"] : FATES;
  const server = await makeServer();
  const proxy = await postgresProxy(server.port, {
    strict: true,
    fate: () => pick(fates),
    restart: () => Math.random() < 0.01,
  });
  const { privateKey } = generateKeyPairSync("ed25519");
  const log = { origin: "soak", signers: [createSigner("soak", privateKey)] };
  const direct = await postgresStore({ address: server.address });
  await checkLog(direct, log);
  const witness = new pg.Pool({ connectionString: server.address, max: 4 });
  const rules = { origins: new Set([SITE]), line: 1e5, categories: 40, keys: 1e3 };
  const acknowledged: string[] = [];
  let falselyAcknowledged = 0;
  const injected = () => fates.slice(1).reduce((sum, fate) => sum + proxy.injected[fate], 0);

  // Two collectors at once, each with its own connections.
  const stores = await Promise.all(
    [0, 1].map(() =>
      postgresStore({
        address: server.address.replace(String(server.port), String(proxy.port)),
        create: false,
      }).catch(
        // The very first reads need no commit; making the tables was done directly.
        () => postgresStore({ address: server.address, create: false }),
      ),
    ),
  );
  const commits = stores.map((store) =>
    createGroupCommit({ store, log, now: Date.now, batch: 200, queue: 1e5 }),
  );
  await Promise.all(
    Array.from({ length: 12 }, async (_, worker) => {
      const commit = commits[worker % 2]!;
      while (injected() < target) {
        const { hash, line } = makeRecord(SITE);
        const entry = checkEntry(line, rules);
        if ("code" in entry) throw new Error(entry.code);
        // A browser repeats until it is named as stored.
        for (;;) {
          const done = await commit.submit([entry]).catch(() => null);
          if (!done) continue;
          acknowledged.push(hash);
          const found = await witness.query("SELECT 1 FROM consentry_leaf WHERE hash = $1", [
            Buffer.from(hash, "hex"),
          ]);
          if (!found.rowCount) falselyAcknowledged++;
          break;
        }
      }
    }),
  );
  const rows = await witness.query<{ h: string; n: string }>(
    "SELECT encode(hash, 'hex') AS h, count(*) AS n FROM consentry_leaf GROUP BY hash",
  );
  const there = new Set(rows.rows.map(({ h }) => h));
  const keys = [readKey(log.signers[0]!.vkey, nodePrimitives.sha256)!];
  const trust = { keys, earlier: [], witnesses: [] };
  const report = await verifyExport(exportLines(direct, {}), trust, nodePrimitives);
  const result = {
    injected: injected(),
    acknowledged: acknowledged.length,
    lost: acknowledged.filter((hash) => !there.has(hash)).length,
    duplicate: rows.rows.filter(({ n }) => n != "1").length,
    falselyAcknowledged,
    verified: report.ok && report.records == there.size,
  };
  await witness.end();
  await Promise.all([...stores, direct].map((store) => store.close()));
  await proxy.close();
  await server.remove();
  return result;
}

if (isProgram(import.meta.url)) {
  const { commits, control } = numbers({ commits: 100, control: 20 });
  const show = (name: string, so: AmbiguousResult) =>
    console.log(
      `${name}: ${so.injected} injected, ${so.acknowledged} acknowledged, ${so.lost} lost, ` +
        `${so.duplicate} duplicate, ${so.falselyAcknowledged} falsely acknowledged, ` +
        `log ${so.verified ? "verifies" : "DOES NOT VERIFY"}`,
    );
  if (commits) {
    const so = await ambiguous(commits);
    show("commits cut before, cut after, 40001, 40001 after committing, cancelled", so);
    if (so.lost || so.duplicate || so.falselyAcknowledged || !so.verified) process.exitCode = 1;
  }
  if (control) {
    const found = await ambiguous(control, true);
    show("control, rolled back and confirmed (must find loss)", found);
    if (!found.falselyAcknowledged) process.exitCode = 1;
  }
  console.log(machine());
}
