import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hex } from "../../src/collector/log/entry.ts";
import { moveLog } from "../../src/collector/move/moveLog.ts";
import { postgresStore } from "../../src/collector/postgres/postgresStore.ts";
import { sqliteStore } from "../../src/collector/sqlite/sqliteStore.ts";
import type { Store } from "../../src/collector/store/store.ts";
import { bench, type Bench } from "./util/collector.ts";
import { append, entryOf, identity, noticeOf } from "./util/entries.ts";
import { makeServer, postgresBin, type Server } from "./util/postgres.ts";
import { chain, sealed } from "./util/records.ts";
import { exported, verified } from "./util/verified.ts";

let desk: Bench;
let home: string;
let server: Server | undefined;
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), "consentry-move-"));
  desk = await bench();
  await append(desk.store, desk.log, [noticeOf("banner"), ...chain(4).map(entryOf)]);
  for (let i = 0; i < 30; i++) await append(desk.store, desk.log, [entryOf(sealed())]);
  await append(
    desk.store,
    desk.log,
    Array.from({ length: 700 }, () => entryOf(sealed())),
  );
  await append(desk.store, desk.log, [entryOf(sealed())]);
  const gone = (await desk.store.bodies({}, 2, 1))[0]!;
  await desk.store.erase({ subject: gone.subject });
  const [five] = await desk.store.checkpoints(4, 1);
  await desk.store.attest({ kind: "cosigned", size: 5, data: five!.note });
  if (postgresBin()) server = await makeServer();
});
afterAll(async () => {
  await desk.remove();
  await server?.remove();
  rmSync(home, { recursive: true, force: true });
});

let count = 0;
const fresh = () => sqliteStore({ path: join(home, `${count++}.db`) });
/** Everything that a store can be asked for. */
const contents = async (store: Store) =>
  plain({
    head: await store.head(),
    leaves: await store.leaves(0, 9_999),
    bodies: await store.bodies({}, -1, 9_999),
    notices: await store.notices(-1, 99),
    nodes: await store.nodes(8, 0, 99),
    checkpoints: await store.checkpoints(0, 999),
    counts: await store.counts(null, 9_999),
    attested: await store.attestation("cosigned"),
  });
/** Drivers give bytes as different classes. */
const plain = (value: unknown): unknown => {
  if (value instanceof Uint8Array) return hex(value);
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value != "object" || !value) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]));
};

describe("moving a log", () => {
  it("gives the same log in another SQLite file", async () => {
    const target = await fresh();
    const seen: number[] = [];
    expect(await moveLog(desk.store, target, (done) => seen.push(done))).toBe(736);
    expect(await contents(target)).toEqual(await contents(desk.store));
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    expect(seen.at(-1)).toBe(736);
    await target.close();
  });

  it.runIf(postgresBin())(
    "gives the same log in PostgreSQL, which goes on where it was",
    async () => {
      const target = await postgresStore({ address: server!.address });
      await moveLog(desk.store, target);
      expect(await contents(target)).toEqual(await contents(desk.store));
      await append(target, desk.log, [entryOf(sealed())]);
      expect(await verified(await exported(target, desk.log), desk.log)).toMatchObject({
        ok: true,
        records: 736,
        notices: 1,
      });
      await target.close();
    },
  );

  it("goes on after an interruption at any batch, and counts nothing twice", async () => {
    for (const after of [0, 1, 2]) {
      const target = await fresh();
      let batches = 0;
      const failing: Store = {
        ...target,
        write: (...args) =>
          batches++ == after ? Promise.reject(new Error("interrupted")) : target.write(...args),
      };
      await expect(moveLog(desk.store, failing)).rejects.toThrow("interrupted");
      await moveLog(desk.store, target);
      await moveLog(desk.store, target);
      expect(await contents(target)).toEqual(await contents(desk.store));
      await target.close();
    }
  });

  it("refuses a target with another log, or with more than there is", async () => {
    const other = await fresh();
    await append(other, identity(), [entryOf(sealed())]);
    await expect(moveLog(desk.store, other)).rejects.toThrow("another log");
    await expect(moveLog(await fresh(), other)).rejects.toThrow("more entries");
    await other.close();
  });

  it("stops at an entry that is not the one that was signed", async () => {
    const altered: Store = {
      ...desk.store,
      leaves: async (start, end) =>
        (await desk.store.leaves(start, end)).map((leaf) =>
          leaf.index == 33 ? { ...leaf, flags: leaf.flags ^ 16 } : leaf,
        ),
    };
    const target = await fresh();
    await expect(moveLog(altered, target)).rejects.toThrow("not those that were signed");
    expect((await target.head()).frontier.size).toBe(0);
    await target.close();
  });
});
