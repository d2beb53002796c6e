import { spawn } from "node:child_process";
import { hash, randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { sqliteStore } from "../../../src/collector/sqlite/sqliteStore.ts";
import { collect } from "../util/cli.ts";
import { makeRecord } from "./fastRecords.ts";
import { isProgram, machine, numbers, percentile } from "./machine.ts";

/** What a stranger sends. */
export type Flood = "categories" | "lines" | "bytes" | "notices" | "slow";

/** What a flood did. */
export interface FloodResult {
  /**
   * Milliseconds of honest requests from another network: while the same flood goes to a server beside the collector, which
   * takes as much of the machine and nothing of the collector; and while it goes to the collector.
   */
  control: number[];
  honest: number[];
  /** Honest requests that were not answered with 200. */
  turnedAway: number;
  sent: number;
  /** Lines of the flood that the log took. */
  stored: number;
  /** Bytes a minute by which the database grew after the burst was used up, the honest records among them. */
  growth: number;
  /** Memory of the collector in MiB, at most. */
  memory: number;
}

const SITE = "https://shop.example";
const HONEST = "198.51.100.7";
const STRANGER = "203.0.113.7";
const PAUSE = 200; // milliseconds between two honest requests: below the default rate of one network
const PREFIX = Buffer.concat([Buffer.from("consentry/v1 record\n"), Buffer.alloc(32)]);

/** A sealed record with made-up categories, as many as pass, and a path that fills it up. */
function worst(categories: number, filler = 0): string {
  const names = Array.from({ length: categories }, () => `a${randomBytes(4).toString("hex")}`);
  const choices = JSON.stringify(Object.fromEntries(names.map((name) => [name, true])));
  const { text } = makeRecord(SITE);
  const changed = text
    .replace(/"categories":\{[^}]*\}/, `"categories":${choices}`)
    .replace("/checkout", `/${"x".repeat(filler)}`)
    .replace("ab".repeat(32), randomBytes(32).toString("hex"));
  const digest = hash("sha256", Buffer.concat([PREFIX, Buffer.from(changed)]), "hex");
  return JSON.stringify({ text: changed, hash: digest });
}

const BODIES: Readonly<Record<Exclude<Flood, "slow">, () => string>> = {
  categories: () => [40, 40, 40].map((count) => worst(count)).join("\n"),
  lines: () => Array.from({ length: 50 }, () => worst(1)).join("\n"),
  bytes: () => worst(1, 45_000),
  // A record that names a notice, and the largest text that fits beside it.
  notices: () => {
    const notice = randomBytes(23_000).toString("hex");
    const { text } = makeRecord(SITE);
    const changed = text.replace("ab".repeat(32), hash("sha256", notice, "hex"));
    const digest = hash("sha256", Buffer.concat([PREFIX, Buffer.from(changed)]), "hex");
    return `${JSON.stringify({ notice })}\n${JSON.stringify({ text: changed, hash: digest })}`;
  },
};

/** A server of its own process that reads what it is sent and says so. */
async function startSink(): Promise<{ url: string; end(): void }> {
  const code = `require("node:http").createServer((request, response) => {
    request.on("end", () => response.end("{}")).on("error", () => {}).resume();
  }).listen(0, "127.0.0.1", function () { console.log(this.address().port) })`;
  const child = spawn(process.execPath, ["-e", code], { stdio: ["ignore", "pipe", "inherit"] });
  const [port] = (await once(child.stdout, "data")) as [Buffer];
  return { url: `http://127.0.0.1:${String(port).trim()}`, end: () => void child.kill() };
}

/** Floods a collector with its default limits from one network, and asks from another how long it takes. */
export async function flood(options: {
  kind: Flood;
  seconds: number;
  /** Requests of the stranger in a second. */
  perSecond: number;
}): Promise<FloodResult> {
  const home = mkdtempSync(join(tmpdir(), "consentry-flood-"));
  const running = await collect(["--site", SITE, "--proxies", "1"], home);
  const sink = await startSink();
  const result: FloodResult = {
    control: [],
    honest: [],
    turnedAway: 0,
    sent: 0,
    stored: 0,
    growth: 0,
    memory: 0,
  };
  const end = new AbortController();
  const post = async (body: BodyInit, ip: string, to = running.url) => {
    const init = { method: "POST", body, headers: { "X-Forwarded-For": ip }, duplex: "half" };
    const response = await fetch(`${to}/v1/records`, { ...init, signal: end.signal });
    return { status: response.status, text: await response.text() };
  };
  const honest = async (times: number[], forMs: number) => {
    const until = performance.now() + forMs;
    while (performance.now() < until) {
      const start = performance.now();
      const { status } = await post(makeRecord(SITE).line, HONEST);
      times.push(performance.now() - start);
      if (status != 200) result.turnedAway++;
      const resident = /VmRSS:\s+(\d+)/.exec(
        readFileSync(`/proc/${running.child.pid}/status`, "utf8"),
      );
      result.memory = Math.max(result.memory, Math.round(Number(resident?.[1]) / 1024));
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
  };
  const strange = (to: string) => {
    if (to == running.url) result.sent++;
    const body =
      options.kind == "slow"
        ? new ReadableStream<Uint8Array>({ start: (c) => c.enqueue(Uint8Array.of(123)) })
        : BODIES[options.kind]();
    post(body, STRANGER, to)
      .then(({ text }) => (result.stored += text.split('"status":"stored"').length - 1))
      .catch(() => {}); // Cut off at the end.
  };
  const size = async () => {
    const store = await sqliteStore({ path: join(home, "consentry.db"), mode: "read" });
    const { used } = await store.room({ used: true });
    await store.close();
    return used;
  };
  try {
    const ms = options.seconds * 1000;
    await honest([], 1_000); // The process warms up.
    const beside = setInterval(() => strange(sink.url), 1000 / options.perSecond);
    await honest(result.control, ms);
    clearInterval(beside);
    const timer = setInterval(() => strange(running.url), 1000 / options.perSecond);
    // The burst comes once; what it leaves is not growth.
    await honest(result.honest, ms / 4);
    const [before, begun] = [await size(), performance.now()];
    await honest(result.honest, (ms * 3) / 4);
    result.growth = (((await size()) - before) / (performance.now() - begun)) * 60_000;
    clearInterval(timer);
  } finally {
    end.abort();
    sink.end();
    await running.end();
    rmSync(home, { recursive: true, force: true });
  }
  for (const times of [result.control, result.honest]) times.sort((a, b) => a - b);
  return result;
}

if (isProgram(import.meta.url)) {
  const { seconds, perSecond } = numbers({ seconds: 60, perSecond: 50 });
  console.log(
    `one network sends ${perSecond} requests a second for ${seconds} s, each kind anew; before that as many to a ` +
      "server beside the collector",
  );
  for (const kind of ["categories", "lines", "bytes", "notices", "slow"] as const) {
    const so = await flood({ kind, seconds, perSecond });
    const ms = (times: readonly number[]) =>
      `p50 ${percentile(times, 0.5).toFixed(1)}, p99 ${percentile(times, 0.99).toFixed(1)} ms`;
    const ratio = (part: number) =>
      (percentile(so.honest, part) / percentile(so.control, part)).toFixed(2);
    console.log(
      `${kind}: ${so.sent} requests, ${so.stored} lines stored; honest ${ms(so.honest)} (beside: ` +
        `${ms(so.control)}; ratio ${ratio(0.5)}, ${ratio(0.99)}), ${so.turnedAway} turned away; growth ${(so.growth / 1e6).toFixed(2)} MB a ` +
        `minute; memory ${so.memory} MiB; load ${loadavg()[0]!.toFixed(1)}`,
    );
  }
  console.log(machine());
}
