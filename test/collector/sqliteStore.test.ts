import { mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { lockFile } from "../../src/collector/sqlite/lockFile.ts";
import { sqliteStore } from "../../src/collector/sqlite/sqliteStore.ts";
import { storeContract } from "./storeContract.ts";
import { append, entryOf, identity } from "./util/entries.ts";
import { chain, sealed } from "./util/records.ts";

storeContract("SQLite", {
  sharedWriters: true,
  async open() {
    const directory = mkdtempSync(join(tmpdir(), "consentry-sqlite-"));
    const path = join(directory, "log.db");
    const store = await sqliteStore({ path });
    return {
      store,
      again: () => sqliteStore({ path }),
      async remove() {
        await store.close();
        rmSync(directory, { recursive: true, force: true });
      },
    };
  },
});

describe("SQLite's file", () => {
  const directory = mkdtempSync(join(tmpdir(), "consentry-file-"));
  const path = join(directory, "log.db");
  const log = identity();
  afterAll(() => rmSync(directory, { recursive: true, force: true }));
  afterEach(() => {
    for (const suffix of ["", "-wal", "-shm", ".moved", ".lock"]) {
      rmSync(path + suffix, { recursive: true, force: true });
    }
  });

  it("cannot be altered by plain SQL, only added to and erased from", async () => {
    const store = await sqliteStore({ path });
    await append(store, log, chain(2).map(entryOf));
    const raw = new DatabaseSync(path);
    for (const sql of [
      "UPDATE leaf SET flags = 1",
      "DELETE FROM leaf",
      "UPDATE checkpoint SET note = ''",
      "DELETE FROM checkpoint",
      "UPDATE body SET text = '{}'",
      "UPDATE head SET size = 1",
      "DELETE FROM head",
    ]) {
      expect(() => raw.exec(sql)).toThrow(/only grows|never altered|FOREIGN KEY/);
    }
    raw.close();
    await store.close();
  });

  it("is not made again when it vanishes, and serves again when it is back", async () => {
    const store = await sqliteStore({ path });
    await append(store, log, [entryOf(sealed())]);
    renameSync(path, `${path}.moved`);
    for (let i = 0; i < 2; i++) {
      await expect(append(store, log, [entryOf(sealed())])).rejects.toMatchObject({
        problem: "unavailable",
      });
    }
    renameSync(`${path}.moved`, path);
    expect((await append(store, log, [entryOf(sealed())]))[0]).toMatchObject({ index: 1 });
    await store.close();
  });

  it("is not accepted when an older copy takes its place", async () => {
    const store = await sqliteStore({ path });
    await append(store, log, [entryOf(sealed())]);
    const copy = await sqliteStore({ path: `${path}.moved` });
    await copy.close();
    for (const suffix of ["-wal", "-shm"]) rmSync(path + suffix, { force: true });
    renameSync(`${path}.moved`, path);
    for (let i = 0; i < 2; i++) {
      await expect(append(store, log, [entryOf(sealed())])).rejects.toThrow("another has its name");
    }
    await store.close();
  });

  it("is refused when it is not a database, or one of other tables", async () => {
    writeFileSync(path, "this is not a database at all, but long enough to be one".repeat(99));
    await expect(sqliteStore({ path })).rejects.toThrow("not a database");
    rmSync(path);
    const other = new DatabaseSync(path);
    other.exec("CREATE TABLE t(x)");
    other.close();
    await expect(sqliteStore({ path })).rejects.toThrow("tables of version 0");
  });

  it("can be read while it is written to", async () => {
    const store = await sqliteStore({ path });
    const reader = await sqliteStore({ path, mode: "read" });
    await append(store, log, [entryOf(sealed())]);
    expect((await reader.head()).frontier.size).toBe(1);
    await expect(append(reader, log, [entryOf(sealed())])).rejects.toThrow("readonly");
    await reader.close();
    await store.close();
  });

  it("has one holder of the write lock at a time", async () => {
    const release = await lockFile(`${path}.lock`);
    await expect(lockFile(`${path}.lock`)).rejects.toThrow("another process");
    release();
    (await lockFile(`${path}.lock`))();
  });
});
