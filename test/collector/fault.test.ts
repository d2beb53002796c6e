import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeRecord } from "./soak/fastRecords.ts";
import { cli, collect, type Running } from "./util/cli.ts";
import { ORIGIN } from "./util/records.ts";

let home: string;
let running: Running;
const fault = () => join(home, "fault");
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), "consentry-fault-"));
  const source = new URL("soak/shim.c", import.meta.url).pathname;
  const shim = join(home, "shim.so");
  execFileSync("cc", ["-shared", "-fPIC", "-O1", "-o", shim, source, "-ldl"]);
  // Only the database is on the bad disk; the mark beside the key is elsewhere.
  const env = { LD_PRELOAD: shim, SHIM_DIR: join(home, "log.db"), SHIM_FAULT: fault() };
  running = await collect(["--site", ORIGIN, "--store", "log.db"], home, env);
});
afterAll(async () => {
  await running?.end("SIGKILL");
  rmSync(home, { recursive: true, force: true });
});

const send = async (line: string) => {
  const response = await fetch(`${running.url}/v1/records`, {
    method: "POST",
    body: line,
    headers: { Origin: ORIGIN },
  });
  const json = (await response.json()) as { results?: { status: string }[]; error?: string };
  return [response.status, json.results?.[0]?.status ?? json.error];
};
const ready = async () => (await fetch(`${running.url}/readyz`)).status;

describe("a disk in trouble under a running collector", () => {
  it.each([
    ["full", 28],
    ["read-only", 30],
    ["failing", 5],
  ])("is answered with 503 while it is %s, and the collector recovers alone", async (_, errno) => {
    const { line: before } = makeRecord(ORIGIN);
    expect(await send(before)).toEqual([200, "stored"]);
    writeFileSync(fault(), String(errno));
    const { line: during } = makeRecord(ORIGIN);
    expect(await send(during)).toEqual([503, "not-durable"]);
    await expect.poll(ready).toBe(503);
    expect((await fetch(`${running.url}/healthz`)).status).toBe(200);
    expect(await send(during)).toEqual([503, "not-durable"]);
    rmSync(fault());
    // Whether the failed attempt left it there or not: it is there now, once.
    const [status, word] = await send(during);
    expect([status, ["stored", "duplicate"].includes(String(word))]).toEqual([200, true]);
    await expect.poll(ready).toBe(200);
    expect(await send(before)).toEqual([200, "duplicate"]);
  });

  it("leaves a log that verifies, with every acknowledged record", async () => {
    const { out } = await cli(["export", "--store", "log.db"], home);
    const report = await cli(["verify", "-", "--key", running.vkey], home, { input: out });
    expect(report).toMatchObject({ code: 0 });
    expect(report.out).toContain("6 records");
  });
});
