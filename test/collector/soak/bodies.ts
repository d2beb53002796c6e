import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generateKeyPairSync } from "node:crypto";
import { keyId, rawPublicKey } from "../../../src/collector/note/signer.ts";
import { collect, MAIN, NODE, start, type Running } from "../util/cli.ts";
import { makeRecord } from "./fastRecords.ts";
import { isProgram, machine, numbers } from "./machine.ts";

/** What one endless body cost. */
export interface BodyResult {
  place: string;
  /** Bytes that the other side took before it hung up. */
  taken: number;
  /** Memory that came with it, in MiB. */
  memory: number;
}

const SITE = "https://shop.example";
const CHUNK = Buffer.alloc(65_536, 120);

/** Sends, or answers with, as many bytes as are taken in each place that reads what others say. */
export async function bodies(most: number): Promise<BodyResult[]> {
  const home = mkdtempSync(join(tmpdir(), "consentry-bodies-"));
  const fountain = await endlessServer(most);
  const { privateKey } = generateKeyPairSync("ed25519");
  const key = Buffer.concat([Buffer.of(4), rawPublicKey(privateKey)]);
  const id = keyId("w.example", 4, key.subarray(1)).toString("hex");
  const vkey = `w.example+${id}+${key.toString("base64")}`;
  const collector = await collect(["--site", SITE], home);
  const witness = await start(
    ["witness", "--name", "w", "--log", collector.vkey, "--port", "0"],
    home,
  );
  const results: BodyResult[] = [];
  try {
    const body = makeRecord(SITE).line;
    await fetch(`${collector.url}/v1/records`, { method: "POST", body });
    results.push(await posted("POST to the collector", collector, "/v1/records", most));
    results.push(await posted("POST to a witness", witness, "/add-checkpoint", most));
    results.push(
      await answered("answer of a witness", fountain, home, [
        "--witness",
        `${vkey}@${fountain.url}`,
      ]),
    );
    results.push(
      await answered("answer of a time stamping authority", fountain, home, [
        "--tsa",
        fountain.url,
      ]),
    );
    results.push(await verifying(fountain, home));
  } finally {
    await collector.end();
    await witness.end();
    fountain.close();
    rmSync(home, { recursive: true, force: true });
  }
  return results;
}

const memoryOf = (pid: number | undefined, what: "VmRSS" | "VmHWM"): number => {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  return Number(status.split(`${what}:`)[1]?.trim().split(" ")[0]) / 1024;
};

async function posted(place: string, { url, child }: Running, path: string, most: number) {
  const before = memoryOf(child.pid, "VmRSS");
  const socket = connect(Number(new URL(url).port), "127.0.0.1");
  let over = false;
  socket
    .on("error", () => (over = true))
    .on("close", () => (over = true))
    .on("data", () => (over = true));
  await once(socket, "connect");
  socket.write(
    `POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n`,
  );
  let taken = 0;
  while (!over && taken < most) {
    socket.write(`${CHUNK.length.toString(16)}\r\n`);
    if (!socket.write(Buffer.concat([CHUNK, Buffer.from("\r\n")]))) {
      await Promise.race([once(socket, "drain"), once(socket, "close")]).catch(() => {});
    }
    taken += CHUNK.length;
    await new Promise((resolve) => setImmediate(resolve));
  }
  socket.destroy();
  return { place, taken, memory: memoryOf(child.pid, "VmHWM") - before };
}

interface Fountain {
  url: string;
  /** Bytes of the answers that were taken so far. */
  taken(): number;
  /** How many answers were hung up on or ended. */
  ended(): number;
  close(): void;
}

/** Answers everything without end. */
async function endlessServer(most: number): Promise<Fountain> {
  let [taken, ended] = [0, 0];
  const pour = (_: IncomingMessage, response: ServerResponse) => {
    let mine = 0;
    const on = () => {
      while (!response.destroyed && mine < most) {
        mine += CHUNK.length;
        taken += CHUNK.length;
        if (!response.write(CHUNK)) return;
      }
      response.end();
    };
    response.on("drain", on).on("close", () => ended++);
    on();
  };
  const server = createServer((request, response) => {
    request.resume().on("end", () => pour(request, response));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address == "object" && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    taken: () => taken,
    ended: () => ended,
    close: () => server.closeAllConnections(),
  };
}

async function answered(place: string, fountain: Fountain, home: string, args: string[]) {
  const store = `${args[0]!.slice(2)}.db`;
  const keys = ["--store", store, "--key", `${store}.pem`, "--interval", "1"];
  // Something to sign first; the second start asks about it at once.
  const first = await collect(["--site", SITE, ...keys], home);
  const [before, ended] = [fountain.taken(), fountain.ended()];
  await fetch(`${first.url}/v1/records`, { method: "POST", body: makeRecord(SITE).line });
  await first.end();
  const running = await collect(["--site", SITE, ...keys, ...args], home);
  const resident = memoryOf(running.child.pid, "VmRSS");
  while (fountain.ended() == ended) await new Promise((resolve) => setTimeout(resolve, 20));
  const memory = memoryOf(running.child.pid, "VmHWM") - resident;
  await running.end("SIGKILL");
  return { place, taken: fountain.taken() - before, memory };
}

async function verifying(fountain: Fountain, home: string) {
  const before = fountain.taken();
  const child = spawn(NODE, [MAIN, "verify", fountain.url], { cwd: home, stdio: "ignore" });
  let [least, peak] = [Infinity, 0];
  const timer = setInterval(() => {
    try {
      const now = memoryOf(child.pid, "VmRSS");
      if (!Number.isFinite(now)) return; // It is about to end.
      // Before the first byte has come, it is what the program itself needs.
      if (fountain.taken() == before) least = now;
      peak = Math.max(peak, now);
    } catch {
      // It has ended.
    }
  }, 2);
  await once(child, "exit");
  clearInterval(timer);
  return { place: "answer to verify URL", taken: fountain.taken() - before, memory: peak - least };
}

if (isProgram(import.meta.url)) {
  const { megabytes } = numbers({ megabytes: 1_536 });
  for (const { place, taken, memory } of await bodies(megabytes * 2 ** 20)) {
    console.log(
      `${place}: ${(taken / 2 ** 20).toFixed(1)} MiB taken, memory +${memory.toFixed(1)} MiB`,
    );
  }
  console.log(machine());
}
