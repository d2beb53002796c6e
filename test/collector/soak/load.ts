import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { collect } from "../util/cli.ts";
import { makeRecord } from "./fastRecords.ts";
import { isProgram, machine, numbers, percentile } from "./machine.ts";
import { rawClient } from "./rawClient.ts";

/** What a load run found. */
export interface LoadResult {
  acknowledged: number;
  perSecond: number;
  p50: number;
  p99: number;
  worst: number;
  /** Memory of the collector in MiB, at even distances. */
  memory: number[];
  refused: number;
  /** Processor time for one decision in microseconds: of the collector, and of the generator. */
  cpu: [collector: number, generator: number];
}

const SITE = "https://shop.example";

/** Posts one record a request over some connections for some seconds. */
export async function load(options: {
  seconds: number;
  connections: number;
  /** Decisions a second to offer; 0 for as many as it takes. */
  rate: number;
}): Promise<LoadResult> {
  const home = mkdtempSync(join(tmpdir(), "consentry-load-"));
  const env = { CONSENTRY_RATE: "1000000000", CONSENTRY_BURST: "1000000000" };
  const running = await collect(["--site", SITE], home, env);
  const port = Number(new URL(running.url).port);
  const times: number[] = [];
  const memory: number[] = [];
  let refused = 0;
  const rss = () => {
    const pages = Number(readFileSync(`/proc/${running.child.pid}/statm`, "utf8").split(" ")[1]);
    memory.push(Math.round((pages * 4096) / 2 ** 20));
  };
  const cpuBefore = cpuOf(running.child.pid);
  const ownBefore = process.cpuUsage();
  const end = performance.now() + options.seconds * 1000;
  const begun = performance.now();
  const sampler = setInterval(rss, Math.max(500, (options.seconds * 1000) / 20));
  const pause = options.rate ? (options.connections / options.rate) * 1000 : 0;
  const worker = async (i: number) => {
    const client = await rawClient(port);
    let next = performance.now() + (i / options.connections) * pause;
    while (performance.now() < end) {
      if (pause) {
        const wait = next - performance.now();
        if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
        next += pause;
      }
      const { id, line } = makeRecord(SITE);
      const start = performance.now();
      const { status, body } = await client.post(line);
      if (status == 200 && body.includes(`"id":"${id}","status":"stored"`)) {
        times.push(performance.now() - start);
      } else refused++;
    }
    client.close();
  };
  await Promise.all(Array.from({ length: options.connections }, (_, i) => worker(i)));
  const seconds = (performance.now() - begun) / 1000;
  clearInterval(sampler);
  rss();
  const own = process.cpuUsage(ownBefore);
  const collector = cpuOf(running.child.pid) - cpuBefore;
  await running.end();
  rmSync(home, { recursive: true, force: true });
  times.sort((a, b) => a - b);
  return {
    acknowledged: times.length,
    perSecond: Math.round(times.length / seconds),
    p50: percentile(times, 0.5),
    p99: percentile(times, 0.99),
    worst: times.at(-1) ?? 0,
    memory,
    refused,
    cpu: [Math.round(collector / times.length), Math.round((own.user + own.system) / times.length)],
  };
}

/** Microseconds of processor time that a process has used (proc(5): fields 14 and 15, in 10 ms). */
function cpuOf(pid: number | undefined): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]!.split(" ");
  return (Number(fields[11]) + Number(fields[12])) * 10_000;
}

if (isProgram(import.meta.url)) {
  const options = numbers({ seconds: 20, connections: 32, rate: 0 });
  const found = await load(options);
  const ms = (value: number) => `${value.toFixed(1)} ms`;
  console.log(`load, SQLite FULL, generator on the same machine: ${JSON.stringify(options)}`);
  console.log(
    `${found.acknowledged} decisions acknowledged, ${found.perSecond}/s, ${found.refused} refused`,
  );
  console.log(`p50 ${ms(found.p50)}, p99 ${ms(found.p99)}, worst ${ms(found.worst)}`);
  console.log(
    `processor time a decision: collector ${found.cpu[0]} µs, generator ${found.cpu[1]} µs`,
  );
  console.log(`collector memory (MiB): ${found.memory.join(" ")}`);
  console.log(machine());
}
