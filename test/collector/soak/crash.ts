import { execFileSync, spawn } from "node:child_process";
import { generateKeyPairSync, randomInt } from "node:crypto";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { build } from "esbuild";
import { nodePrimitives } from "../../../src/verify/nodePrimitives.ts";
import { readKey } from "../../../src/verify/openNote.ts";
import { verifyExport } from "../../../src/verify/verifyExport.ts";
import { checkLog } from "../../../src/collector/log/checkLog.ts";
import { createSigner } from "../../../src/collector/note/signer.ts";
import { exportLines } from "../../../src/collector/export/exportLines.ts";
import { sqliteStore } from "../../../src/collector/sqlite/sqliteStore.ts";
import { isProgram, machine, numbers } from "./machine.ts";
import { rebuild } from "./rebuild.ts";

/** Sums over all crashes. */
export interface CrashResult {
  crashes: number;
  acknowledged: number;
  lost: number;
  /** Databases that SQLite itself finds damaged, or cannot open. */
  corrupt: number;
  /** Logs that do not verify. */
  broken: number;
  /** Crashes after which something acknowledged was missing. */
  losing: number;
}

const NODE = new URL("../../../node_modules/.bin/node", import.meta.url).pathname;
const HERE = new URL(".", import.meta.url).pathname;

/**
 * Kills a writing process again and again and looks at what is left. `kill`: the files as the system
 * has them. `drop`, `torn`: as a power cut leaves them, without what was not synced, or with half of it
 * in torn pieces of 512 bytes. `normal` weakens SQLite: the control, which must lose records.
 */
export async function crash(options: {
  crashes: number;
  mode: "kill" | "drop" | "torn";
  normal?: boolean;
  onCrash?: (so: CrashResult) => void;
}): Promise<CrashResult> {
  const home = mkdtempSync(join(tmpdir(), "consentry-crash-"));
  const writer = join(home, "writer.mjs");
  await build({
    entryPoints: [join(HERE, "sqliteWriter.ts")],
    bundle: true,
    platform: "node",
    format: "esm",
    outfile: writer,
    external: ["node:*"],
    logLevel: "error",
  });
  const shim = join(home, "shim.so");
  if (options.mode != "kill") {
    execFileSync("cc", ["-shared", "-fPIC", "-O1", "-o", shim, join(HERE, "shim.c"), "-ldl"]);
  }
  const { privateKey } = generateKeyPairSync("ed25519");
  const pkcs8 = privateKey.export({ format: "der", type: "pkcs8" }).toString("base64");
  const log = { origin: "soak", signers: [createSigner("soak", privateKey)] };
  const keys = [readKey(log.signers[0]!.vkey, nodePrimitives.sha256)!];
  const result: CrashResult = {
    crashes: 0,
    acknowledged: 0,
    lost: 0,
    corrupt: 0,
    broken: 0,
    losing: 0,
  };

  for (let i = 0; i < options.crashes; i++) {
    const directory = join(home, "db");
    // Every fifth kill meets a database that has been through four others.
    if (options.mode != "kill" || i % 5 == 0) rmSync(directory, { recursive: true, force: true });
    mkdirSync(directory, { recursive: true });
    const path = join(directory, "log.db");
    const journal = join(home, "ops.log");
    rmSync(journal, { force: true });
    const watch = { LD_PRELOAD: shim, SHIM_DIR: directory, SHIM_LOG: journal };
    const child = spawn(NODE, [writer, path, pkcs8, options.normal ? "normal" : ""], {
      env: { PATH: process.env.PATH ?? "", ...(options.mode == "kill" ? {} : watch) },
      stdio: ["ignore", "pipe", "inherit"],
    });
    let said = "";
    const first = new Promise<void>((resolve) => {
      child.stdout.on("data", (data: Buffer) => {
        said += data.toString();
        resolve();
      });
    });
    const closed = once(child, "close");
    await Promise.race([first, closed]);
    await new Promise((resolve) => setTimeout(resolve, randomInt(5, 120)));
    child.kill("SIGKILL");
    await closed;
    const acknowledged = said.split("\n").slice(0, -1);
    if (options.mode != "kill") {
      const image = join(home, "image");
      rebuild(journal, directory, image, options.mode, () => randomInt(2) == 0);
      rmSync(directory, { recursive: true });
      execFileSync("mv", [image, directory]);
    }
    result.crashes++;
    result.acknowledged += acknowledged.length;
    const lost = await examine(path, acknowledged, log, keys, result);
    result.lost += lost;
    if (lost) result.losing++;
    options.onCrash?.(result);
  }
  rmSync(home, { recursive: true, force: true });
  return result;
}

/** Counts what was acknowledged and is not there; notes damage. */
async function examine(
  path: string,
  acknowledged: readonly string[],
  log: { origin: string; signers: ReturnType<typeof createSigner>[] },
  keys: NonNullable<ReturnType<typeof readKey>>[],
  result: CrashResult,
): Promise<number> {
  let hashes: Set<string>;
  try {
    const db = new DatabaseSync(path);
    const verdict = Object.values(db.prepare("PRAGMA integrity_check").get() ?? {})[0];
    if (verdict !== "ok") result.corrupt++;
    hashes = new Set(
      db
        .prepare("SELECT lower(hex(hash)) AS h FROM leaf")
        .all()
        .map((row) => String(row.h)),
    );
    db.close();
  } catch {
    result.corrupt++;
    return acknowledged.length;
  }
  const store = await sqliteStore({ path });
  try {
    await checkLog(store, log);
    const trust = { keys, earlier: [], witnesses: [] };
    const report = await verifyExport(exportLines(store, {}), trust, nodePrimitives);
    if (!report.ok && hashes.size) result.broken++;
  } catch {
    result.broken++;
  } finally {
    await store.close();
  }
  return acknowledged.filter((hash) => !hashes.has(hash)).length;
}

if (isProgram(import.meta.url)) {
  const { kills, cuts, control } = numbers({ kills: 20, cuts: 20, control: 10 });
  const line = (name: string, so: CrashResult) =>
    `${name}: ${so.crashes} crashes, ${so.acknowledged} acknowledged, ${so.lost} lost (in ${so.losing} crashes), ${so.corrupt} corrupt, ${so.broken} broken chains`;
  const watch = (name: string) => (so: CrashResult) => {
    if (process.stderr.isTTY) process.stderr.write(`\r${line(name, so)}`);
  };
  const show = (name: string, so: CrashResult) => console.log(line(name, so));
  if (kills)
    show("kill -9", await crash({ crashes: kills, mode: "kill", onCrash: watch("kill -9") }));
  const half = Math.ceil(cuts / 2);
  if (cuts) {
    show(
      "power cut, unsynced writes gone",
      await crash({ crashes: half, mode: "drop", onCrash: watch("drop") }),
    );
    show(
      "power cut, unsynced writes torn",
      await crash({ crashes: cuts - half, mode: "torn", onCrash: watch("torn") }),
    );
  }
  if (control) {
    const found = await crash({
      crashes: control,
      mode: "drop",
      normal: true,
      onCrash: watch("control"),
    });
    show("control, synchronous=NORMAL (must lose)", found);
    if (!found.lost) process.exitCode = 1;
  }
  console.log(machine());
}
