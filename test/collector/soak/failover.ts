import { execFileSync } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import { nodePrimitives } from "../../../src/verify/nodePrimitives.ts";
import { readKey } from "../../../src/verify/openNote.ts";
import { verifyExport } from "../../../src/verify/verifyExport.ts";
import { exportLines } from "../../../src/collector/export/exportLines.ts";
import { checkEntry } from "../../../src/collector/http/checkEntry.ts";
import { checkLog } from "../../../src/collector/log/checkLog.ts";
import { createGroupCommit } from "../../../src/collector/log/groupCommit.ts";
import { createSigner } from "../../../src/collector/note/signer.ts";
import { postgresStore } from "../../../src/collector/postgres/postgresStore.ts";
import { makeServer, type Server } from "../util/postgres.ts";
import { makeRecord } from "./fastRecords.ts";
import { isProgram, machine, numbers } from "./machine.ts";

/** Sums of a run. */
export interface FailoverResult {
  failovers: number;
  acknowledged: number;
  lost: number;
  duplicate: number;
  /** Longest time without an acknowledgement, milliseconds. */
  longest: number;
  verified: boolean;
}

const SITE = "https://shop.example";
const SYNC = "synchronous_standby_names='ANY 1 (*)'\nwal_keep_size='256MB'";
const ASYNC = "wal_keep_size='256MB'";
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Three nodes, writers that never stop, and again and again a power cut of the primary: the standby that
 * is further takes over, the other follows it, a new third node is copied. `careless` is the control:
 * asynchronous, with the standbys held back before the cut; it must lose records.
 */
export async function failover(rounds: number, careless = false): Promise<FailoverResult> {
  const conf = careless ? ASYNC : SYNC;
  let primary = await makeServer({ conf: ASYNC });
  const standbys: Server[] = [];
  const join = async () => {
    standbys.push(await makeServer({ copyOf: primary }));
  };
  await join();
  await join();
  for (const server of [primary, ...standbys]) await configure(server, conf);
  await inSync(primary, careless);

  const { privateKey } = generateKeyPairSync("ed25519");
  const log = { origin: "soak", signers: [createSigner("soak", privateKey)] };
  const rules = { origins: new Set([SITE]), line: 1e5, categories: 40, keys: 1e3 };
  const acknowledged: string[] = [];
  let last = Date.now();
  let longest = 0;
  let ended = false;
  // Ports change as nodes come and go: the store is opened anew, as a restarted collector would.
  let generation = 0;
  const address = () => {
    const hosts = [primary, ...standbys].map(({ port }) => `127.0.0.1:${port}`).join(",");
    return `postgres://postgres@${hosts}/postgres`;
  };
  const open = async () => {
    for (;;) {
      const store = await postgresStore({ address: address(), patience: 4_000 }).catch(() => null);
      if (!store) {
        await pause(50);
        continue;
      }
      return {
        store,
        commit: createGroupCommit({ store, log, now: Date.now, batch: 200, queue: 1e5 }),
      };
    }
  };
  let current = await open();
  await checkLog(current.store, log);
  const writers = Promise.all(
    Array.from({ length: 8 }, async () => {
      while (!ended) {
        const { hash, line } = makeRecord(SITE);
        const entry = checkEntry(line, rules);
        if ("code" in entry) throw new Error(entry.code);
        while (!ended) {
          const done = await current.commit.submit([entry]).catch(() => null);
          if (done) {
            acknowledged.push(hash);
            longest = Math.max(longest, Date.now() - last);
            last = Date.now();
            break;
          }
          await pause(20);
        }
      }
    }),
  );

  for (let round = 0; round < rounds; round++) {
    await pause(400 + Math.random() * 600);
    const held = careless ? senders(primary) : [];
    for (const pid of held) process.kill(pid, "SIGSTOP");
    if (careless) await pause(300);
    const old = primary;
    await old.kill();
    const behind = await Promise.all(
      standbys.map(async (server) => ({ server, at: await received(server) })),
    );
    behind.sort((a, b) => (a.at < b.at ? 1 : -1));
    // The control is careless in this too: it takes the one that is further behind.
    const next = (careless ? behind.at(-1)! : behind[0]!).server;
    const other = standbys.find((server) => server != next)!;
    await next.sql("SELECT pg_promote(true, 30)");
    primary = next;
    standbys.splice(0);
    await old.remove();
    if (careless) {
      await other.remove();
      await join();
    } else {
      const conninfo = `host=127.0.0.1 port=${primary.port} user=postgres`;
      await other.sql(`ALTER SYSTEM SET primary_conninfo = '${conninfo}'`);
      await other.sql("SELECT pg_reload_conf()");
      standbys.push(other);
    }
    await join();
    for (const server of [primary, ...standbys]) await configure(server, conf);
    const mine = ++generation;
    const before = current;
    current = await open();
    if (mine == generation) void before.store.close().catch(() => {});
    await inSync(primary, careless);
  }
  await pause(500);
  ended = true;
  await writers;

  const rows = await primary.sql(
    "SELECT encode(hash, 'hex') AS h, count(*) AS n FROM consentry_leaf GROUP BY hash",
  );
  const there = new Set(rows.map(({ h }) => String(h)));
  const keys = [readKey(log.signers[0]!.vkey, nodePrimitives.sha256)!];
  const report = await verifyExport(
    exportLines(current.store, {}),
    { keys, earlier: [], witnesses: [] },
    nodePrimitives,
  );
  await current.store.close();
  for (const server of [primary, ...standbys]) await server.remove();
  return {
    failovers: rounds,
    acknowledged: acknowledged.length,
    lost: acknowledged.filter((hash) => !there.has(hash)).length,
    duplicate: rows.filter(({ n }) => String(n) != "1").length,
    longest,
    verified: report.ok,
  };
}

async function configure(server: Server, conf: string): Promise<void> {
  const names = conf == SYNC ? "'ANY 1 (*)'" : "''";
  await server.sql(`ALTER SYSTEM SET synchronous_standby_names = ${names}`);
  await server.sql("SELECT pg_reload_conf()");
}

/** Waits until standbys follow, and where it is asked for, until one of them holds up commits. */
async function inSync(primary: Server, careless: boolean): Promise<void> {
  for (let i = 0; i < 300; i++) {
    const rows = await primary.sql(
      "SELECT sync_state FROM pg_stat_replication WHERE state = 'streaming'",
    );
    const ready = careless
      ? rows.length > 1
      : rows.filter((row) => row.sync_state == "quorum").length > 1;
    if (ready) return;
    await pause(100);
  }
  throw new Error("the standbys do not follow");
}

/** How far a standby has received, as a number that can be compared. */
async function received(server: Server): Promise<bigint> {
  const [row] = await server.sql("SELECT pg_last_wal_receive_lsn() - '0/0'::pg_lsn AS at");
  return BigInt(String(row?.at ?? 0).split(".")[0]!);
}

/** Process ids of what sends a primary's log to its standbys. Stopped, they hold back what is committed. */
function senders(server: Server): number[] {
  const list = execFileSync("ps", [
    "--ppid",
    String(server.child?.pid),
    "-o",
    "pid=,args=",
  ]).toString();
  return list
    .split("\n")
    .filter((line) => line.includes("walsender"))
    .map((line) => Number(line.trim().split(" ")[0]));
}

if (isProgram(import.meta.url)) {
  const { failovers, control } = numbers({ failovers: 3, control: 2 });
  const show = (name: string, so: FailoverResult) =>
    console.log(
      `${name}: ${so.failovers} failovers, ${so.acknowledged} acknowledged, ${so.lost} lost, ` +
        `${so.duplicate} duplicate, longest pause ${(so.longest / 1000).toFixed(1)} s, ` +
        `log ${so.verified ? "verifies" : "does not verify"}`,
    );
  if (failovers) show("three nodes, ANY 1 synchronous, kill -9", await failover(failovers));
  if (control) {
    const found = await failover(control, true);
    show("control, asynchronous with paused standbys (must lose)", found);
    if (!found.lost) process.exitCode = 1;
  }
  console.log(machine());
}
