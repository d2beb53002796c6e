import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { sqliteStore } from "../../src/collector/sqlite/sqliteStore.ts";
import type { Store } from "../../src/collector/store/store.ts";
import { makeRecord } from "./soak/fastRecords.ts";
import { cli, collect } from "./util/cli.ts";
import { append, entryOf, identity, noticeOf } from "./util/entries.ts";
import { chain, ORIGIN, sealed } from "./util/records.ts";

let home: string;
let store: Store;
const log = identity();
const path = () => join(home, "log.db");
beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), "consentry-files-"));
  store = await sqliteStore({ path: path() });
});
afterEach(async () => {
  await store.close();
  rmSync(home, { recursive: true, force: true });
});

/** How often a text stands in any file of a folder, as bytes. */
function occurrences(folder: string, text: string): number {
  return readdirSync(folder, { recursive: true })
    .map((name) => join(folder, String(name)))
    .filter((file) => statSync(file).isFile())
    .reduce((sum, file) => sum + readFileSync(file, "latin1").split(text).length - 1, 0);
}
const grow = (count: number, fields: Parameters<typeof sealed>[0] = {}) =>
  append(
    store,
    log,
    Array.from({ length: count }, () => entryOf(sealed(fields))),
  );

describe("what is erased from SQLite", () => {
  it("leaves no byte of 1,000 records in any file, between others that stay", async () => {
    const marks = Array.from({ length: 1_000 }, (_, i) => `secret-page-${i}-`);
    const subject = "the-visitor-who-asks";
    for (let i = 0; i < marks.length; i += 50) {
      const mine = marks
        .slice(i, i + 50)
        .map((mark) => entryOf(sealed({ subject, page: `${ORIGIN}/${mark}` })));
      await append(store, log, mine);
      await grow(20, { page: `${ORIGIN}/stays` });
    }
    expect(occurrences(home, "secret-page-")).toBeGreaterThan(1_000);
    expect(await store.erase({ subject })).toEqual({ count: 1_000, held: false });
    expect(occurrences(home, "secret-page-")).toBe(0);
    expect(occurrences(home, subject)).toBe(0);
    expect(occurrences(home, `${ORIGIN}/stays`)).toBeGreaterThan(300);
    expect((await store.leaves(0, 9_999)).length).toBe(1_400);
  });

  it("leaves none after the retention, nor of a notice, nor of one record of a chain", async () => {
    const shown = noticeOf("the words of the notice");
    const [first, second] = chain(2, { page: `${ORIGIN}/first-of-two` });
    await append(store, log, [shown, entryOf(first!)], () => 1_000);
    await append(store, log, [entryOf(second!)], () => 5_000);
    expect(await store.erase({ notice: shown.hash })).toEqual({ count: 1, held: false });
    expect(occurrences(home, shown.text)).toBe(0);
    expect(await store.erase({ record: second!.id })).toEqual({ count: 1, held: false });
    expect(occurrences(home, second!.id)).toBe(0);
    expect(await store.erase({ receivedBefore: 2_000 })).toEqual({ count: 1, held: false });
    expect(occurrences(home, "first-of-two")).toBe(0);
    // A text that was erased is not asked for again, and does not come back.
    expect((await append(store, log, [shown]))[0]!.status).toBe("duplicate");
    expect(await store.notices(-1, 9)).toEqual([]);
  });

  it("is said to be held while someone reads an older state, and is gone with the next erasure", async () => {
    await grow(3, { page: `${ORIGIN}/held-back` });
    const reader = new DatabaseSync(path(), { readOnly: true });
    reader.exec("BEGIN");
    reader.prepare("SELECT count(*) FROM body").get();
    const ran = cli(["erase", "--store", path(), "--older-than", "1"], home);
    expect((await ran).code).toBe(0);
    const [body] = await store.bodies({}, -1, 1);
    const held = await cli(["erase", "--store", path(), "--subject", body!.subject], home);
    expect(held).toMatchObject({ code: 1 });
    expect(held.err).toContain("Someone reads an older state");
    reader.exec("COMMIT");
    reader.close();
    for (const one of await store.bodies({}, -1, 9)) await store.erase({ subject: one.subject });
    expect(occurrences(home, "held-back")).toBe(0);
  });

  it("is reported from what was never there: exit code 1 and a sentence", async () => {
    const [mine, other] = [chain(2), chain(2)];
    await append(store, log, [...mine, ...other].map(entryOf));
    const erase = (...args: string[]) => cli(["erase", "--store", path(), ...args], home);
    for (const args of [
      ["--subject", "nobody-at-all"],
      ["--record", "nobody-at-all"],
      ["--notice", "00".repeat(32)],
    ]) {
      const { code, err } = await erase(...args);
      expect([code, err]).toEqual([1, expect.stringMatching(/^There is no (record|notice) with/m)]);
    }
    const found = await cli(["export", "--store", path(), "--subject", "nobody-at-all"], home);
    expect([found.code, found.out]).toEqual([1, ""]);
    // The id of a record leads to the visitor whose it is.
    const byRecord = await cli(["export", "--store", path(), "--subject", mine[1]!.id], home);
    expect(byRecord.out).toContain(mine[0]!.id);
    expect(byRecord.out).not.toContain(other[0]!.id);
    expect(await erase("--subject", mine[1]!.id)).toMatchObject({
      code: 0,
      out: "2 records erased.\n",
    });
    expect(await erase("--record", other[0]!.id)).toMatchObject({ out: "1 record erased.\n" });
    expect(await store.bodies({}, -1, 9)).toHaveLength(1);
    expect((await erase("--subject", "a", "--record", "b")).code).toBe(2);
  });
});

describe("the files of a collector", () => {
  it("are for their owner alone, but for the public log, whatever the shell's umask is", async () => {
    const umask = process.umask(0o022);
    const args = ["--site", ORIGIN, "--store", "own.db", "--tiles", "public", "--interval", "1"];
    const running = await collect(args, home);
    const headers = { Origin: ORIGIN };
    const body = makeRecord(ORIGIN).line;
    expect(
      (await fetch(`${running.url}/v1/records`, { method: "POST", body, headers })).status,
    ).toBe(200);
    const mode = (name: string) => (statSync(join(home, name)).mode & 0o777).toString(8);
    await expect.poll(() => readdirSync(join(home, "public"))).toContain("checkpoint");
    const own = ["own.db", "own.db-wal", "own.db-shm", "consentry.pem", "consentry.pem.mark"];
    expect(own.map(mode)).toEqual(own.map(() => "600"));
    expect(["public", "public/checkpoint", "public/keys"].map(mode)).toEqual(["755", "644", "644"]);
    await cli(["backup", "--store", "own.db", "--out", "copy.db"], home);
    expect(mode("copy.db")).toBe("600");
    await running.end();
    chmodSync(join(home, "own.db"), 0o644);
    chmodSync(join(home, "consentry.pem"), 0o640);
    const again = await collect(args, home);
    const open = again.lines.filter(({ event }) => event == "file-open-to-others");
    expect(open.map(({ file }) => file)).toEqual(["own.db", "consentry.pem"]);
    await again.end();
    process.umask(umask);
  });
});

describe("a log of an older version", () => {
  it("is brought up to date with its sums bounded, and goes on", async () => {
    await grow(5);
    await store.close();
    const db = new DatabaseSync(path());
    db.exec(`DROP INDEX body_notice; DROP TABLE daily; DROP TABLE banner; DROP TABLE tally; DROP TABLE span;
      CREATE TABLE tally(day TEXT NOT NULL, site TEXT NOT NULL, notice TEXT NOT NULL, name TEXT NOT NULL,
        n INTEGER NOT NULL, PRIMARY KEY (day, site, notice, name)) STRICT, WITHOUT ROWID;
      CREATE TRIGGER notice_no_DELETE BEFORE DELETE ON notice BEGIN SELECT RAISE(ABORT, 'x'); END;
      WITH RECURSIVE i(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM i WHERE n < 4999)
        INSERT INTO tally SELECT '2026-11-22', 'shop.example', '', 'yes:c-' || n, 1 FROM i;
      INSERT INTO tally VALUES ('2026-11-22', 'shop.example', '', 'event:given', 70);
      INSERT INTO tally VALUES ('2026-11-22', 'shop.example', '', 'yes:performance', 60);
      PRAGMA user_version = 1;`);
    db.close();
    const reader = await sqliteStore({ path: path(), mode: "read" });
    expect((await reader.head()).frontier.size).toBe(5);
    await reader.close();
    store = await sqliteStore({ path: path() });
    const counts = await store.counts(null, 9_999);
    expect(counts.length).toBeLessThan(90);
    const n = (name: string) => counts.find((count) => count.name == name)?.n;
    expect([n("event:given"), n("yes:performance")]).toEqual([70, 60]);
    expect(counts.reduce((sum, count) => sum + count.n, 0)).toBe(5_130);
    const sums = await store.sums("2026-11-22", "2026-11-22", "shop.example");
    expect(sums).toContainEqual({ day: "2026-11-22", name: "event:given", n: 70 });
    expect(await store.banners("2026-01-01", "", 9)).toEqual([
      { notice: "", firstDay: "2026-11-22", lastDay: "2026-11-22" },
    ]);
    const shown = await store.bannerSums("", "2026-01-01", "shop.example");
    expect(shown).toContainEqual({ name: "event:given", n: 70 });
    expect((await grow(1))[0]!.index).toBe(5);
  });

  it("gets the sums by months that its version lacked", async () => {
    const counts = ["2025-12-31", "2026-01-09", "2026-02-28"].map((day, i) => ({
      day,
      site: "shop.example",
      notice: "",
      name: "yes:performance",
      n: 10 ** i,
    }));
    await store.putCounts(counts);
    await store.close();
    const db = new DatabaseSync(path());
    db.exec("DROP TABLE span; DROP TABLE sighting; PRAGMA user_version = 2");
    db.close();
    const reader = await sqliteStore({ path: path(), mode: "read" });
    expect((await reader.counts(null, 9)).length).toBe(3);
    await reader.close();
    store = await sqliteStore({ path: path() });
    const since = async (day: string) => (await store.bannerSums("", day, ""))[0]?.n;
    expect([await since("2025-12-31"), await since("2026-01-01")]).toEqual([111, 110]);
    await store.putCounts([{ ...counts[1]!, n: 20 }]);
    expect([await since("2025-12-31"), await since("2026-01-10")]).toEqual([121, 100]);
    await store.close();
    const three = new DatabaseSync(path());
    three.exec("DROP TABLE sighting; PRAGMA user_version = 3");
    three.close();
    store = await sqliteStore({ path: path() });
    expect(await store.sightings("2026-01-01", "2026-12-31", "", 9)).toEqual([]);
  });
});
