import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Answer } from "../../src/collector/http/logRecords.ts";
import type { SealedRecord } from "../../src/record/consentRecord.ts";
import { cli, collect, type Running } from "./util/cli.ts";
import { lineOf } from "./util/collector.ts";
import { chain, ORIGIN, sealed } from "./util/records.ts";

let home: string;
let running: Running | undefined;
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), "consentry-story-"));
});
afterEach(() => running?.end("SIGKILL"));
afterAll(() => rmSync(home, { recursive: true, force: true }));

const SITE = ["--site", ORIGIN];
const send = async (records: readonly SealedRecord[]): Promise<Answer> => {
  const response = await fetch(`${running!.url}/v1/records`, {
    method: "POST",
    body: records.map(lineOf).join("\n"),
    headers: { Origin: ORIGIN },
  });
  expect(response.status).toBe(200);
  return (await response.json()) as Answer;
};

describe("the story of a record", () => {
  it("goes from the collector through a crash to an export, and verify names one changed byte", async () => {
    running = await collect(SITE, home);
    const { vkey } = running;
    const records = chain(3);
    const first = await send(records.slice(0, 2));
    writeFileSync(join(home, "kept.txt"), first.checkpoint);
    await running.end("SIGKILL");

    running = await collect(SITE, home);
    expect(running.vkey).toBe(vkey);
    const second = await send(records);
    expect(second.results.map(({ status }) => status)).toEqual([
      "duplicate",
      "duplicate",
      "stored",
    ]);
    await send([sealed()]);
    expect(await cli(["export", "--out", "log.jsonl"], home)).toMatchObject({ code: 0, err: "" });
    expect(await running.end()).toBe(0);

    const verify = (...more: string[]) =>
      cli(["verify", "log.jsonl", "--key", vkey, "--checkpoint", "kept.txt", ...more], home);
    const good = await verify();
    expect(good).toMatchObject({ code: 0, err: "" });
    expect(good.out).toContain("nothing in it was altered");
    expect(good.out).not.toContain("came with the data");

    const text = readFileSync(join(home, "log.jsonl"), "utf8");
    const at = text.indexOf(records[1]!.id) + 3;
    writeFileSync(
      join(home, "log.jsonl"),
      text.slice(0, at) + (text[at] == "x" ? "y" : "x") + text.slice(at + 1),
    );
    const bad = await verify();
    expect(bad.code).toBe(1);
    expect(bad.out).toContain("First bad entry: 1.");
    const json: unknown = JSON.parse((await verify("--json")).out);
    expect(json).toMatchObject({ ok: false, firstBad: 1, pinned: true });
  });

  it("can be verified from the running collector and from static tiles", async () => {
    running = await collect([...SITE, "--tiles", "public", "--interval", "1"], home);
    await send([sealed()]);
    const { url, vkey } = running;
    const live = await cli(["verify", url, "--key", vkey, "--checkpoint", "kept.txt"], home);
    expect(live).toMatchObject({ code: 0 });
    await running.end();
    const published = readFileSync(join(home, "public/checkpoint"), "utf8");
    expect(published.split("\n")[1]).toBe("5");
    expect(readFileSync(join(home, "public/tile/0/000.p/5"))).toHaveLength(160);
    expect(readFileSync(join(home, "public/keys"), "utf8").trim()).toBe(vkey);
  });

  it("ends for a visitor who asks: his records are erased, and the log verifies", async () => {
    running = await collect(SITE, home);
    const mine = chain(2);
    await send(mine);
    const erased = await cli(["erase", "--subject", mine[0]!.subject], home);
    expect(erased).toMatchObject({ code: 0, out: "2 records erased.\n" });
    const { out } = await cli(["export"], home);
    expect(out).not.toContain(mine[0]!.subject);
    const report = await cli(["verify", "-"], home, { input: out });
    expect(report).toMatchObject({ code: 0 });
    expect(report.out).toContain("(2 of them erased)");
    expect(report.out).toContain("The key came with the data");
    expect((await send(mine)).results.map(({ status }) => status)).toEqual([
      "duplicate",
      "duplicate",
    ]);
  });
});

describe("the keeper's chores", () => {
  it("back the log up while it grows, and move it, and both copies verify", async () => {
    running = await collect([...SITE, "--store", "b.db", "--key", "b.pem"], home);
    const { vkey } = running;
    await send(chain(3));
    const backup = await cli(["backup", "--store", "b.db", "--out", "copy.db"], home);
    expect(backup).toMatchObject({ code: 0, out: "3 entries are in copy.db.\n" });
    expect(await cli(["backup", "--store", "b.db", "--out", "copy.db"], home)).toMatchObject({
      code: 2,
    });
    const early = await cli(["move", "--from", "b.db", "--to", "moved.db"], home);
    expect(early).toMatchObject({ code: 3, err: "another process writes to this log\n" });
    await send([sealed()]);
    await running.end();
    const moved = await cli(["move", "--from", "b.db", "--to", "moved.db"], home);
    expect(moved).toMatchObject({ code: 0, out: "4 entries are in moved.db.\n" });
    for (const [store, count] of [
      ["copy.db", 3],
      ["moved.db", 4],
    ] as const) {
      const { out } = await cli(["export", "--store", store], home);
      const report = await cli(["verify", "-", "--key", vkey], home, { input: out });
      expect(report).toMatchObject({ code: 0 });
      expect(report.out).toContain(`${count} entries, root`);
    }
    const key = await cli(["key", "--key", "b.pem", "--log-name", "shop.example/consentry"], home);
    expect(key.out.trim()).toBe(vkey);
  });
});

describe("a collector that must not go on", () => {
  it("refuses a second one on the same file", async () => {
    running = await collect(SITE, home);
    await expect(collect(SITE, home)).rejects.toThrow("another process writes to this log");
  });

  it("refuses an older copy of its database, another database, and none at all", async () => {
    const path = (name: string) => join(home, name);
    running = await collect(
      [...SITE, "--store", "a.db", "--key", "a.pem", "--interval", "1"],
      home,
    );
    await send([sealed()]);
    await running.end();
    const old = readFileSync(path("a.db"));
    running = await collect([...SITE, "--store", "a.db", "--key", "a.pem"], home);
    await send([sealed(), sealed()]);
    await running.end();
    const fresh = readFileSync(path("a.db"));

    const again = () => collect([...SITE, "--store", "a.db", "--key", "a.pem"], home);
    rmSync(path("a.db"));
    await expect(again()).rejects.toThrow("is not there. Bring the database back");
    writeFileSync(path("a.db"), old);
    await expect(again()).rejects.toThrow("signed a log of 3 entries, and the database holds 1");
    writeFileSync(path("a.db"), fresh);
    writeFileSync(path("a.pem.mark"), `2 ${"ab".repeat(32)}\n`);
    await expect(again()).rejects.toThrow("not those that this key has signed");
    rmSync(path("a.pem.mark"));
    rmSync(path("a.pem"));
    await expect(again()).rejects.toThrow("a.pem, which signed this log, is not there");
  });

  it("signs with both keys while one replaces the other", async () => {
    const store = ["--store", "k.db"];
    running = await collect([...SITE, ...store, "--key", "old.pem"], home);
    const oldKey = running.vkey;
    await send([sealed()]);
    await running.end();
    await expect(collect([...SITE, ...store, "--key", "new.pem"], home)).rejects.toThrow(
      "is not there",
    );
    running = await collect([...SITE, ...store, "--key", "old.pem", "--key", "new.pem"], home);
    const both = await send([sealed()]);
    expect(both.checkpoint.match(/^— /gm)).toHaveLength(2);
    await running.end();
    running = await collect([...SITE, ...store, "--key", "new.pem"], home);
    const newKey = running.vkey;
    expect(newKey).not.toBe(oldKey);
    await send([sealed()]);
    const keys = (await (await fetch(`${running.url}/keys`)).text()).trim().split("\n");
    expect(keys.toSorted()).toEqual([oldKey, newKey].toSorted());
    await running.end();
    const { out } = await cli(["export", ...store], home);
    const verify = (...given: string[]) =>
      cli(["verify", "-", ...given.flatMap((key) => ["--key", key])], home, { input: out });
    expect(await verify(oldKey, newKey)).toMatchObject({ code: 0 });
    expect(await verify()).toMatchObject({ code: 0 });
    expect(await verify(oldKey)).toMatchObject({ code: 1 });
  });
});

describe("the command line", () => {
  it("exports a table and JSON-LD too", async () => {
    const csv = await cli(["export", "--format", "csv"], home);
    expect(csv.out.split("\n")[0]).toContain('"index","received","id"');
    const jsonld: unknown = JSON.parse((await cli(["export", "--format", "jsonld"], home)).out);
    expect(jsonld).toMatchObject({ "@context": { dpv: "https://w3id.org/dpv#" } });
  });
});
