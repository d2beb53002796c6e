import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { connect, createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { cli, collect } from "../util/cli.ts";
import { makeRecord } from "./fastRecords.ts";
import { isProgram, machine, numbers } from "./machine.ts";
import { rawClient } from "./rawClient.ts";

/** Sums of a run. */
export interface ChaosResult {
  decisions: number;
  faults: number;
  lost: number;
  duplicate: number;
  /** Requests that were needed. */
  requests: number;
  verified: boolean;
}

const SITE = "https://shop.example";
const ANSWERS = [
  "HTTP/1.1 500 Internal Server Error",
  "HTTP/1.1 503 Service Unavailable",
  "HTTP/1.1 429 Too Many Requests",
  "HTTP/1.1 403 Forbidden",
  "HTTP/1.1 413 Content Too Large",
] as const;

/**
 * A proxy that spoils a share of the requests: delay, reset before and after the commit, the same request
 * twice, errors of every kind, half an answer. One request a connection at a time.
 */
async function faultyProxy(target: number, share: number) {
  let faults = 0;
  const server = createServer((client) => {
    const upstream = connect(target, "127.0.0.1");
    let spoil: "" | "after" | "half" = "";
    const end = (socket: Socket, other: Socket) =>
      socket.on("error", () => {}).on("close", () => other.destroy());
    end(client, upstream);
    end(upstream, client);
    client.on("data", (data) => {
      spoil = "";
      if (Math.random() >= share) {
        upstream.write(data);
        return;
      }
      faults++;
      switch (Math.floor(Math.random() * 6)) {
        case 0:
          setTimeout(() => upstream.destroyed || upstream.write(data), Math.random() * 50);
          break;
        case 1:
          client.destroy();
          break;
        case 2:
          spoil = "after";
          upstream.write(data);
          break;
        case 3: {
          // Sent twice: once more on a connection of its own, whose answer nobody waits for.
          const twin = connect(target, "127.0.0.1", () => twin.write(data));
          twin.on("error", () => {}).on("data", () => twin.destroy());
          upstream.write(data);
          break;
        }
        case 4: {
          const answer = ANSWERS[Math.floor(Math.random() * ANSWERS.length)]!;
          client.write(`${answer}\r\nContent-Length: 2\r\n\r\nno`);
          break;
        }
        default:
          spoil = "half";
          upstream.write(data);
      }
    });
    upstream.on("data", (data) => {
      if (spoil == "after") client.destroy();
      else if (spoil == "half") client.end(data.subarray(0, data.length / 2));
      else client.write(data);
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address == "object" && address ? address.port : 0;
  return { port, faults: () => faults, close: () => server.close() };
}

/** Sends decisions through the proxy as the browser's outbox does: again and again until they are named. */
export async function chaos(options: {
  decisions: number;
  share: number;
  senders: number;
}): Promise<ChaosResult> {
  const home = mkdtempSync(join(tmpdir(), "consentry-chaos-"));
  const env = { CONSENTRY_RATE: "1000000000", CONSENTRY_BURST: "1000000000" };
  const running = await collect(["--site", SITE], home, env);
  const proxy = await faultyProxy(Number(new URL(running.url).port), options.share);
  const sent: string[] = [];
  let requests = 0;
  let left = options.decisions;
  await Promise.all(
    Array.from({ length: options.senders }, async () => {
      let client = await rawClient(proxy.port);
      while (left-- > 0) {
        const { id, hash, line } = makeRecord(SITE);
        sent.push(hash);
        for (let patience = 1_000; ; patience = Math.min(patience * 2, 30_000)) {
          requests++;
          // A half answer or a reset ends the connection; waiting for the rest ends after a while, and later
          // each time, as a browser's does: a machine that is merely slow must not be asked for ever more.
          const answer = await Promise.race([
            client.post(line).catch(() => null),
            new Promise<null>((resolve) => setTimeout(() => resolve(null), patience)),
          ]);
          if (
            answer?.status == 200 &&
            new RegExp(`"id":"${id}","status":"(stored|duplicate)"`).test(answer.body)
          )
            break;
          if (!answer) {
            client.close();
            client = await rawClient(proxy.port);
          }
        }
      }
      client.close();
    }),
  );
  const faults = proxy.faults();
  proxy.close();
  await running.end();
  const exported = await cli(["export"], home);
  const report = await cli(["verify", "-", "--key", running.vkey], home, { input: exported.out });
  const db = new DatabaseSync(join(home, "consentry.db"), { readOnly: true });
  const rows = db
    .prepare("SELECT lower(hex(hash)) AS h, count(*) AS n FROM leaf GROUP BY hash")
    .all();
  db.close();
  if (report.code == 0) rmSync(home, { recursive: true, force: true });
  else console.error(`${home} is kept:`, exported.code, exported.err, report);
  const there = new Map(rows.map(({ h, n }) => [String(h), Number(n)]));
  return {
    decisions: sent.length,
    faults,
    lost: sent.filter((hash) => !there.has(hash)).length,
    duplicate: [...there.values()].filter((n) => n != 1).length + (there.size - sent.length),
    requests,
    verified: report.code == 0,
  };
}

if (isProgram(import.meta.url)) {
  const { decisions, percent, senders } = numbers({ decisions: 3_000, percent: 30, senders: 32 });
  const so = await chaos({ decisions, share: percent / 100, senders });
  console.log(
    `${percent} % faults: ${so.decisions} decisions, ${so.requests} requests, ${so.faults} faults, ` +
      `${so.lost} lost, ${so.duplicate} duplicate leaves, log ${so.verified ? "verifies" : "DOES NOT VERIFY"}`,
  );
  console.log(machine());
}
