import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hashLeaf } from "../../src/verify/verifyProof.ts";
import { nodePrimitives } from "../../src/verify/nodePrimitives.ts";
import { openNote, readKey } from "../../src/verify/openNote.ts";
import { readCheckpoint } from "../../src/verify/readCheckpoint.ts";
import { rootBuilder } from "../../src/verify/rootBuilder.ts";
import { sqliteStore } from "../../src/collector/sqlite/sqliteStore.ts";
import { StoreError } from "../../src/collector/store/storeError.ts";
import { bench, lineOf, post, send, type Bench } from "./util/collector.ts";
import { append, entryOf, identity, noticeOf } from "./util/entries.ts";
import { sealed } from "./util/records.ts";

let desk: Bench;
beforeAll(async () => {
  desk = await bench({ ownerToken: "open-sesame" });
  await append(
    desk.store,
    desk.log,
    Array.from({ length: 300 }, (_, i) => noticeOf(`notice ${i}`)),
  );
});
afterAll(() => desk.remove());

const get = (path: string, headers: Record<string, string> = {}) =>
  desk.collector(new Request(`https://c.example${path}`, { headers }));
const bytes = async (path: string) => new Uint8Array(await (await get(path)).arrayBuffer());

describe("the public log", () => {
  it("is a signed one of size 0 before the first record", async () => {
    const fresh = await bench();
    const response = await fresh.collector(new Request("https://c.example/checkpoint"));
    expect(response.status).toBe(200);
    const key = readKey(fresh.log.signers[0]!.vkey, nodePrimitives.sha256)!;
    const opened = await openNote(await response.text(), [key], nodePrimitives);
    expect(readCheckpoint(opened!.text)).toMatchObject({ size: 0 });
    await fresh.remove();
  });

  it("shows a signed checkpoint, the key, and tiles that give its root", async () => {
    const vkey = (await (await get("/keys")).text()).trim();
    const note = await (await get("/checkpoint")).text();
    const key = readKey(vkey, nodePrimitives.sha256)!;
    const opened = await openNote(note, [key], nodePrimitives);
    const checkpoint = readCheckpoint(opened!.text)!;
    expect(checkpoint.size).toBe(300);

    const builder = rootBuilder(nodePrimitives.sha256);
    const hashes = Buffer.concat([await bytes("/tile/0/000"), await bytes("/tile/0/001.p/44")]);
    for (let at = 0; at < hashes.length; at += 32) builder.add(hashes.subarray(at, at + 32));
    expect(builder.root()).toEqual(Buffer.from(checkpoint.root));

    const level1 = await bytes("/tile/1/000.p/1");
    const first = rootBuilder(nodePrimitives.sha256);
    for (let at = 0; at < 8192; at += 32) first.add(hashes.subarray(at, at + 32));
    expect(Buffer.from(level1)).toEqual(Buffer.from(first.root()));

    const entries = await bytes("/tile/entries/001.p/44");
    const length = entries[0]! * 256 + entries[1]!;
    const leaf = hashLeaf(entries.slice(2, 2 + length), nodePrimitives.sha256);
    expect(Buffer.from(leaf)).toEqual(hashes.subarray(8192, 8192 + 32));
  });

  it("lets tiles be cached for ever and the checkpoint not at all", async () => {
    const tile = await get("/tile/0/000");
    expect(tile.headers.get("cache-control")).toContain("immutable");
    expect(tile.headers.get("content-type")).toBe("application/octet-stream");
    expect((await get("/checkpoint")).headers.get("cache-control")).toBe("no-store");
  });

  it.each([
    "/tile/0/002",
    "/tile/0/001",
    "/tile/0/001.p/45",
    "/tile/0/001.p/256",
    "/tile/0/001.p/0",
    "/tile/00/000",
    "/tile/0/0",
    "/tile/0/x000/001",
    "/tile/64/000",
    "/tile/8/000",
    "/tile/entries/002",
    "/tile/0/%2e%2e",
    "/tile/0/x999/x999/x999/x999/x999/999",
  ])("has no %s", async (path) => {
    expect((await get(path)).status).toBe(404);
  });
});

describe("health", () => {
  it("is alive without its database, and ready only with it", async () => {
    expect(await (await get("/healthz")).json()).toEqual({ alive: true });
    expect(await (await get("/readyz")).json()).toEqual({ ready: true });
    const broken = {
      ...desk.store,
      ping: () => Promise.reject(new StoreError("unavailable", "gone")),
    };
    const ill = await bench({ store: broken, log: desk.log });
    const ask = (path: string) => ill.collector(new Request(`https://c.example${path}`));
    expect((await ask("/healthz")).status).toBe(200);
    const answer = await ask("/readyz");
    expect([answer.status, await answer.json()]).toEqual([503, { error: "not-durable" }]);
  });

  it("shows metrics to the owner alone", async () => {
    expect((await get("/metrics")).status).toBe(401);
    expect((await get("/metrics", { Authorization: "Bearer open" })).status).toBe(401);
    const basic = `Basic ${Buffer.from("prometheus:open-sesame").toString("base64")}`;
    for (const authorization of ["Bearer open-sesame", basic]) {
      expect((await get("/metrics", { Authorization: authorization })).status).toBe(200);
    }
    await send(desk.collector, [lineOf(sealed()), "{}"]);
    const text = await (await get("/metrics", { Authorization: basic })).text();
    expect(text).toContain('consentry_lines_total{status="stored"} 1');
    expect(text).toContain('consentry_lines_total{status="rejected",code="line-invalid"} 1');
    expect(text).toContain("consentry_log_size 301");
    expect(text).toMatch(/^consentry_build_info\{version="[^"]+",build="[^"]+"\} 1$/m);
    expect(text).toMatch(/^# TYPE consentry_build_info gauge$/m);
    expect(text).toMatch(/^consentry_request_seconds_count [1-9]/m);
    expect(text).toMatch(/^process_resident_memory_bytes \d{7,}$/m);
    expect(text).toMatch(/consentry_commit_seconds_bucket\{le="\+Inf"\} 1/);
  });

  it("shows metrics to no one where there is no token", async () => {
    const shut = await bench();
    const request = new Request("https://c.example/metrics", {
      headers: { Authorization: "Bearer undefined" },
    });
    expect((await shut.collector(request)).status).toBe(401);
    await shut.remove();
  });
});

describe("a store in trouble", () => {
  it("is answered with 503 and a time to come back, and nothing is named as stored", async () => {
    let down = true;
    const store = {
      ...desk.store,
      write: (...args: Parameters<typeof desk.store.write>) =>
        down
          ? Promise.reject(new StoreError("unavailable", "disk full"))
          : desk.store.write(...args),
    };
    const { collector, lines } = await bench({ store, log: desk.log });
    const record = sealed();
    const response = await collector(post([lineOf(record)]));
    expect([response.status, await response.json()]).toEqual([503, { error: "not-durable" }]);
    expect(Number(response.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(response.headers.get("access-control-allow-origin")).not.toBeNull();
    expect(lines).toContainEqual(expect.objectContaining({ event: "store", message: "disk full" }));
    down = false;
    expect((await send(collector, [lineOf(record)])).results[0]!.status).toBe("stored");
  });

  it("is not waited for longer than the deadline; what it did then is found by the second try", async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    let first = true;
    const store = {
      ...desk.store,
      async write(...args: Parameters<typeof desk.store.write>) {
        const head = await desk.store.write(...args);
        if (first) await held;
        first = false;
        return head;
      },
    };
    const { collector } = await bench({ store, log: desk.log, limits: { commitTime: 40 } });
    const record = sealed();
    expect((await collector(post([lineOf(record)]))).status).toBe(503);
    release();
    expect((await send(collector, [lineOf(record)])).results[0]!.status).toBe("duplicate");
  });

  it("turns requests away when too many wait, before their bodies are read", async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    const store = {
      ...desk.store,
      async write(...args: Parameters<typeof desk.store.write>) {
        await held;
        return desk.store.write(...args);
      },
    };
    const { collector } = await bench({ store, log: desk.log, limits: { inFlight: 20, batch: 1 } });
    const waiting = [0, 1].map(() => collector(post([lineOf(sealed())])));
    const third = post([lineOf(sealed())]);
    // One network has a tenth of the places.
    await expect.poll(async () => (await collector(post([]))).status).toBe(503);
    const answer = await collector(third);
    expect([answer.status, await answer.json()]).toEqual([503, { error: "too-busy" }]);
    expect(third.bodyUsed).toBe(false);
    waiting.push(collector(post([lineOf(sealed())]), { ip: "203.0.113.7" }));
    release();
    expect((await Promise.all(waiting)).map(({ status }) => status)).toEqual([200, 200, 200]);
  });

  it("loses no neighbour when the database refuses one record", async () => {
    const poison = sealed();
    const store = {
      ...desk.store,
      write: (
        wanted: Parameters<typeof desk.store.write>[0],
        plan: Parameters<typeof desk.store.write>[1],
      ) =>
        wanted.ids.includes(poison.id)
          ? Promise.reject(new StoreError("unstorable", "check failed"))
          : desk.store.write(wanted, plan),
    };
    const { collector } = await bench({ store, log: desk.log });
    const [one, two] = [sealed(), sealed()];
    const { results } = await send(collector, [one, poison, two].map(lineOf));
    expect(results.map(({ id, status, code }) => [id, status, code])).toEqual([
      [one.id, "stored", undefined],
      [poison.id, "rejected", "unstorable"],
      [two.id, "stored", undefined],
    ]);
  });
});

describe("a log that is not what it was", () => {
  it("is not signed under another name or another key", async () => {
    const other = await bench();
    await append(other.store, other.log, [entryOf(sealed())]);
    await send(other.collector, [lineOf(sealed())]);
    const again = async (log = other.log) => {
      const store = await sqliteStore({ path: other.path });
      const { collector, lines } = await bench({ store, log });
      const { status } = await collector(post([lineOf(sealed())]));
      await store.close();
      return [status, lines.find(({ event }) => event == "store")?.message];
    };
    expect(await again()).toEqual([200, undefined]);
    expect(await again(identity("another.example/log"))).toEqual([
      503,
      'this is the log "shop.example/consent", not "another.example/log"',
    ]);
    expect(await again(identity())).toEqual([
      503,
      "none of these keys signed the newest checkpoint",
    ]);
    await other.remove();
  });

  it("is not signed when a stored hash was altered", async () => {
    const other = await bench();
    await send(other.collector, [lineOf(sealed()), lineOf(sealed())]);
    const { DatabaseSync } = await import("node:sqlite");
    const raw = new DatabaseSync(other.path);
    raw.exec("DROP TRIGGER leaf_no_UPDATE; UPDATE leaf SET leaf_hash = zeroblob(32) WHERE idx = 0");
    raw.close();
    const store = await sqliteStore({ path: other.path });
    const { collector, lines } = await bench({ store, log: other.log });
    expect((await collector(post([lineOf(sealed())]))).status).toBe(503);
    expect(lines[0]).toMatchObject({ problem: "broken" });
    expect((await store.head()).frontier.size).toBe(2);
    await store.close();
    await other.remove();
  });
});
