import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { postgresStore } from "../../src/collector/postgres/postgresStore.ts";
import { SCHEMA } from "../../src/collector/postgres/schema.ts";
import { storeContract } from "./storeContract.ts";
import { append, entryOf, identity } from "./util/entries.ts";
import { makeServer, postgresBin, type Server } from "./util/postgres.ts";
import { postgresProxy, type PostgresProxy } from "./util/postgresProxy.ts";
import { sealed } from "./util/records.ts";

if (postgresBin()) {
  let server: Server;
  let proxy: PostgresProxy;
  let seen: PostgresProxy;
  let count = 0;
  const start = async (faults: boolean) => {
    server = await makeServer();
    let commits = 0;
    let statements = 0;
    // Every fourth commit and every fiftieth statement of a transaction is to be repeated.
    proxy = await postgresProxy(server.port, {
      strict: true,
      fate: () => (faults && ++commits % 4 == 0 ? "refuse" : "pass"),
      restart: () => faults && ++statements % 50 == 0,
    });
  };
  const stop = async () => {
    await proxy.close();
    await server.remove();
  };
  const through = (database = "postgres") =>
    `postgres://postgres@127.0.0.1:${proxy.port}/${database}`;

  storeContract("A database that does what all relatives of PostgreSQL do, and no more,", {
    sharedWriters: true,
    start: () => start(true),
    async stop() {
      seen = proxy;
      await stop();
    },
    async open() {
      const name = `log_${count++}`;
      await server.sql(`CREATE DATABASE ${name}`);
      const address = through(name);
      const store = await postgresStore({ address });
      return { store, again: () => postgresStore({ address }), remove: () => store.close() };
    },
  });

  it("asked for nothing else on the way, whatever was repeated and in whatever order rows came", () => {
    const indexes = SCHEMA.filter((statement) => statement.includes("INDEX")).length;
    expect(seen.refused).toEqual(Array(indexes * count).fill("CREATE INDEX without ASYNC"));
    expect(seen.mixed).toBeGreaterThan(0);
    expect(seen.injected.refuse).toBeGreaterThan(10);
    expect(seen.injected.restart).toBeGreaterThan(0);
  });

  describe("a proxy that speaks the common dialect", () => {
    let client: pg.Client;
    beforeAll(async () => {
      await start(false);
      client = new pg.Client({ connectionString: through() });
      await client.connect();
    });
    afterAll(async () => {
      await client.end();
      await stop();
    });

    it.each([
      ["CREATE SEQUENCE s", "SEQUENCE"],
      ["SELECT nextval('s')", "SEQUENCE"],
      ["CREATE TABLE t(id bigserial PRIMARY KEY)", "serial"],
      ["CREATE TABLE t(id bigint GENERATED ALWAYS AS IDENTITY)", "serial"],
      ["CREATE TRIGGER t BEFORE UPDATE ON x EXECUTE FUNCTION y()", "TRIGGER"],
      ["DO $$ BEGIN END $$", "FUNCTION"],
      ["SELECT pg_advisory_lock(1)", "advisory lock"],
      ["SELECT pg_try_advisory_xact_lock(1)", "advisory lock"],
      ["LISTEN news", "LISTEN"],
      ["NOTIFY news", "LISTEN"],
      ["CREATE TABLE t(a int) PARTITION BY RANGE (a)", "PARTITION"],
      ["CREATE TABLE t(a int REFERENCES u(a))", "foreign key"],
      ["TRUNCATE t", "TRUNCATE"],
      ["LOCK TABLE t", "LOCK"],
      ["SAVEPOINT s", "SAVEPOINT"],
      ["INSERT INTO t VALUES (1) RETURNING id", "RETURNING"],
      ["SELECT ctid FROM t", "system column"],
      ["CREATE INDEX i ON t(a)", "CREATE INDEX without ASYNC"],
    ])("refuses %s", async (sql, what) => {
      const before = proxy.refused.length;
      await expect(client.query(sql)).rejects.toMatchObject({ code: "0A000" });
      expect(proxy.refused.slice(before)).toEqual([what]);
    });

    it("refuses the same with bound values, knows no server's settings, and serves on", async () => {
      const bound = client.query("SELECT pg_advisory_lock($1)", [1]);
      await expect(bound).rejects.toMatchObject({ code: "0A000" });
      await expect(client.query("SHOW fsync")).rejects.toMatchObject({ code: "42704" });
      expect((await client.query("SELECT 'TRIGGER' AS word")).rows).toEqual([{ word: "TRIGGER" }]);
    });

    it("gives rows in no order but one that was asked for", async () => {
      const numbers = async (end: string) => {
        const { rows } = await client.query<{ n: number }>(
          `SELECT n FROM unnest($1::int[]) AS n ${end}`,
          [[1, 2, 3]],
        );
        return rows.map(({ n }) => n);
      };
      expect(await numbers("ORDER BY n")).toEqual([1, 2, 3]);
      const any = await numbers("");
      expect(any).not.toEqual([1, 2, 3]);
      expect(any.toSorted((a, b) => a - b)).toEqual([1, 2, 3]);
    });

    it("refuses a transaction of more rows than one may change, which erasing never is", async () => {
      await client.query("CREATE TABLE many(n int)");
      await client.query("BEGIN");
      await client.query("INSERT INTO many SELECT generate_series(1, 3001)");
      await expect(client.query("COMMIT")).rejects.toMatchObject({ code: "54000" });
      const log = identity();
      const store = await postgresStore({ address: through() });
      const records = Array.from({ length: 200 }, () => entryOf(sealed()));
      await append(store, log, records);
      // As many as a year leaves, copied on the server itself.
      await server.sql(
        `INSERT INTO consentry_body SELECT idx + 1000 * n, id, subject, site, previous, received, event,
          notice, text FROM consentry_body, generate_series(1, 20) AS n`,
      );
      const before = proxy.refused.length;
      expect(await store.erase({ receivedBefore: Date.now() + 1 })).toMatchObject({ count: 4_200 });
      expect(await store.bodies({}, -1, 9)).toEqual([]);
      expect(proxy.refused.slice(before)).toEqual([]);
      await store.close();
    });
  });
} else {
  it("is left out: no PostgreSQL server is installed here", () => expect(postgresBin()).toBeNull());
}
