import { readFileSync } from "node:fs";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { serversOf } from "../../src/collector/postgres/connect.ts";
import { grants as rightsOf } from "../../src/collector/postgres/schema.ts";
import { postgresStore } from "../../src/collector/postgres/postgresStore.ts";
import { SCHEMA } from "../../src/collector/postgres/schema.ts";
import type { Store } from "../../src/collector/store/store.ts";
import { storeContract } from "./storeContract.ts";
import { bench, lineOf, post, send } from "./util/collector.ts";
import { append, entryOf, identity } from "./util/entries.ts";
import { makeServer, postgresBin, type Server } from "./util/postgres.ts";
import { sealed } from "./util/records.ts";
import { cancelCommits, loseStandby } from "./util/standby.ts";

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
/** Waits until the server has read its settings anew. */
const shows = async (
  server: { sql(text: string): Promise<unknown> },
  name: string,
  value: string,
): Promise<void> => {
  const read = async () => JSON.stringify(await server.sql(`SHOW ${name}`));
  await expect.poll(read).toContain(value);
};

if (postgresBin()) {
  let server: Server;
  let count = 0;
  storeContract("PostgreSQL", {
    sharedWriters: true,
    async start() {
      server = await makeServer();
    },
    stop: () => server.remove(),
    async open() {
      const name = `log_${count++}`;
      await server.sql(`CREATE DATABASE ${name}`);
      const address = server.address.replace(/postgres$/, name);
      const store = await postgresStore({ address });
      return { store, again: () => postgresStore({ address }), remove: () => store.close() };
    },
  });

  describe("a log in PostgreSQL of an older version", () => {
    let old: Server;
    beforeAll(async () => {
      old = await makeServer();
    });
    afterAll(() => old.remove());
    const address = (name: string) => old.address.replace(/postgres$/, name);
    /** Statements in a database of the server, as whoever made the older tables ran them. */
    const inside = async (name: string, statements: readonly string[]) => {
      const client = new pg.Client({ connectionString: address(name) });
      await client.connect();
      for (const text of statements) await client.query(text);
      await client.end();
    };

    it("is brought up to date with its sums bounded and none counted twice, by whichever of two is first", async () => {
      await old.sql("CREATE DATABASE one");
      const made = await postgresStore({ address: address("one") });
      const log = identity();
      await append(made, log, [entryOf(sealed()), entryOf(sealed())]);
      await made.close();
      await inside("one", [
        "DROP TABLE consentry_daily, consentry_banner, consentry_span",
        "DROP INDEX consentry_body_notice, consentry_tally_notice",
        "DELETE FROM consentry_meta WHERE key = 'tables'",
        "DELETE FROM consentry_tally",
        `INSERT INTO consentry_tally SELECT '2026-11-22', 'shop.example', '', 'yes:c-' || i, 1
          FROM generate_series(1, 5000) AS i`,
        `INSERT INTO consentry_tally VALUES ('2026-11-22', 'shop.example', '', 'event:given', 70),
          ('2026-11-22', 'shop.example', '', 'yes:performance', 60),
          ('2026-11-22', 'shop.example', '', 'event:expired', 1),
          ('2026-11-21', 'shop.example', '', 'event:given', 5)`,
      ]);
      const [store, beside] = await Promise.all([
        postgresStore({ address: address("one") }),
        postgresStore({ address: address("one") }),
      ]);
      const counts = await store.counts(null, 9_999);
      expect(counts.length).toBeLessThan(90);
      const n = (day: string, name: string) =>
        counts.find((count) => count.day == day && count.name == name)?.n;
      expect(n("2026-11-22", "event:given")).toBe(70);
      expect(n("2026-11-22", "yes:performance")).toBe(60);
      expect(n("2026-11-22", "event:expired")).toBe(1);
      expect(n("2026-11-21", "event:given")).toBe(5);
      expect(counts.reduce((sum, count) => sum + count.n, 0)).toBe(5_136);
      const sums = await store.sums("2026-11-21", "2026-11-22", "shop.example");
      expect(sums.reduce((sum, one) => sum + one.n, 0)).toBe(5_136);
      expect(sums).toContainEqual({ day: "2026-11-22", name: "event:given", n: 70 });
      expect(await store.banners("2026-01-01", "", 9)).toEqual([
        { notice: "", firstDay: "2026-11-21", lastDay: "2026-11-22" },
      ]);
      for (const since of ["2026-01-01", "2026-11-21"]) {
        const shown = await store.bannerSums("", since, "");
        expect(shown.reduce((sum, one) => sum + one.n, 0)).toBe(5_136);
      }
      expect((await append(store, log, [entryOf(sealed())]))[0]!.index).toBe(2);
      await Promise.all([store.close(), beside.close()]);
      // It stays so when it is opened again.
      const again = await postgresStore({ address: address("one") });
      const kept = await again.counts(null, 9_999);
      expect(kept.filter(({ day }) => day < "2026-11-23")).toEqual(counts);
      await again.close();
    });

    it("gets the sums by months that its version lacked", async () => {
      await old.sql("CREATE DATABASE two");
      const made = await postgresStore({ address: address("two") });
      const line = { site: "shop.example", notice: "", name: "yes:performance" };
      const days = ["2025-12-31", "2026-01-09", "2026-02-28"];
      await made.putCounts(days.map((day, i) => ({ ...line, day, n: 10 ** i })));
      await made.close();
      await inside("two", [
        "DROP TABLE consentry_span",
        "UPDATE consentry_meta SET value = '2' WHERE key = 'tables'",
      ]);
      const store = await postgresStore({ address: address("two") });
      const since = async (day: string) => (await store.bannerSums("", day, ""))[0]?.n;
      expect([await since("2025-12-31"), await since("2026-01-01")]).toEqual([111, 110]);
      await store.putCounts([{ ...line, day: "2026-01-09", n: 20 }]);
      expect([await since("2025-12-31"), await since("2026-01-10")]).toEqual([121, 100]);
      await store.close();
    });

    it("is not opened where a newer version made the tables", async () => {
      await old.sql("CREATE DATABASE later");
      await (await postgresStore({ address: address("later") })).close();
      await inside("later", ["UPDATE consentry_meta SET value = '99' WHERE key = 'tables'"]);
      for (const create of [true, false]) {
        await expect(postgresStore({ address: address("later"), create })).rejects.toThrow(
          "tables of version 99",
        );
      }
    });
  });

  describe("PostgreSQL's ways to fail", () => {
    const log = identity();
    let own: Server;
    let store: Store;
    beforeAll(async () => {
      own = await makeServer();
      store = await postgresStore({ address: own.address, patience: 3_000 });
      await append(store, log, [entryOf(sealed())]);
    });
    afterAll(async () => {
      await store.close();
      await own.remove();
    });
    const size = async () => (await store.head()).frontier.size;

    it("is unavailable while the server is down, and serves again alone", async () => {
      await own.kill();
      const entry = entryOf(sealed());
      await expect(append(store, log, [entry])).rejects.toMatchObject({ problem: "unavailable" });
      await own.start();
      expect((await append(store, log, [entry]))[0]!.status).toBe("stored");
    });

    it("does not wait for ever for a server that says nothing", async () => {
      const hung = await postgresStore({ address: own.address, patience: 300 });
      const before = await size();
      await own.sql("SELECT pg_sleep(0)");
      const blocker = own.sql(
        "BEGIN; SELECT * FROM consentry_head FOR UPDATE; SELECT pg_sleep(3); COMMIT",
      );
      const asleep = "SELECT count(*) AS n FROM pg_stat_activity WHERE wait_event = 'PgSleep'";
      await expect.poll(async () => JSON.stringify(await own.sql(asleep))).toContain("1");
      await expect(append(hung, log, [entryOf(sealed())])).rejects.toThrow(
        "did not answer in time",
      );
      await blocker;
      await hung.close();
      expect(await size()).toBe(before);
    });

    it("does not acknowledge a commit whose wait for a standby was cancelled", async () => {
      await loseStandby(own);
      const entry = entryOf(sealed());
      const answer = append(store, log, [entry]).then(String, String);
      await expect.poll(() => cancelCommits(own)).toBe(1);
      expect(await answer).toContain("the commit is not certain");
      await own.sql("ALTER SYSTEM RESET synchronous_standby_names");
      await own.sql("SELECT pg_reload_conf()");
      // It is there after all, on one machine; the sender's second try finds it.
      expect((await append(store, log, [entry]))[0]!.status).toBe("duplicate");
    });

    it("answers 503 while the standbys are gone, and goes on alone when they are back", async () => {
      const desk = await bench({ store, log, limits: { commitTime: 400 } });
      const record = sealed();
      await loseStandby(own);
      const waiting = await desk.collector(post([lineOf(record)]));
      expect([waiting.status, await waiting.json()]).toEqual([503, { error: "not-durable" }]);
      const ready = await desk.collector(new Request("https://c.example/readyz"));
      expect(ready.status).toBe(503);
      await own.sql("ALTER SYSTEM RESET synchronous_standby_names").catch(() => {});
      await own.sql("SELECT pg_reload_conf()");
      for (let i = 0; i < 400; i++) {
        const { status } = await desk.collector(post([lineOf(record)]));
        if (status == 200) break;
        await pause(50);
      }
      const { results } = await send(desk.collector, [lineOf(record)]);
      expect(results[0]!.status).toBe("duplicate");
    });

    it("needs no right to alter the log, nor to make tables once they are there", async () => {
      await own.sql("CREATE ROLE writer LOGIN");
      const page = readFileSync(new URL("../../docs/operating.md", import.meta.url), "utf8");
      const grants = page.match(/^GRANT [^;]+ TO writer;$/gm)!;
      expect(grants.map((grant) => grant.replace(";", ""))).toEqual(rightsOf("writer"));
      for (const grant of grants) await own.sql(grant);
      const address = own.address.replace("postgres@", "writer@");
      const writer = await postgresStore({ address });
      expect((await append(writer, log, [entryOf(sealed())]))[0]!.status).toBe("stored");
      await writer.attest({ kind: "cosigned", size: 1, data: "x" });
      expect(await writer.erase({ subject: "nobody-at-all" })).toMatchObject({ count: 0 });
      await writer.close();
      const client = new pg.Client({ connectionString: address });
      await client.connect();
      for (const text of ["UPDATE consentry_leaf SET flags = 1", "DELETE FROM consentry_leaf"]) {
        await expect(client.query(text)).rejects.toThrow("permission denied");
      }
      await client.end();
    });

    it("repeats a transaction that the database asks to repeat", async () => {
      const address = own.address;
      await own.sql("ALTER DATABASE postgres SET default_transaction_isolation = 'serializable'");
      const [one, two] = await Promise.all([
        postgresStore({ address }),
        postgresStore({ address }),
      ]);
      const before = await size();
      const entries = Array.from({ length: 40 }, () => entryOf(sealed()));
      const outcomes = await Promise.all(
        entries.map((entry, i) => append(i % 2 ? one : two, log, [entry])),
      );
      expect(new Set(outcomes.map(([outcome]) => outcome!.index)).size).toBe(40);
      expect(await size()).toBe(before + 40);
      await Promise.all([one.close(), two.close()]);
      await own.sql("ALTER DATABASE postgres RESET default_transaction_isolation");
    });

    it("is not opened where the server could lose what it confirmed, or cannot write", async () => {
      await own.sql("ALTER SYSTEM SET full_page_writes = off");
      await own.sql("SELECT pg_reload_conf()");
      await shows(own, "full_page_writes", "off");
      await expect(postgresStore({ address: own.address })).rejects.toThrow(
        "full_page_writes is off",
      );
      await own.sql("ALTER SYSTEM RESET full_page_writes");
      await own.sql("ALTER SYSTEM SET default_transaction_read_only = on");
      await own.sql("SELECT pg_reload_conf()");
      await shows(own, "default_transaction_read_only", "on");
      await expect(postgresStore({ address: own.address })).rejects.toThrow("only reads");
    });

    it("is not opened where there is nothing", async () => {
      await expect(postgresStore({ address: "postgres://127.0.0.1:1/x" })).rejects.toThrow(
        "cannot be reached",
      );
      await expect(postgresStore({ address: "mysql://x" })).rejects.toThrow("not the address");
    });
  });
} else {
  it("is left out: no PostgreSQL server is installed here", () => expect(postgresBin()).toBeNull());
}

describe("the tables", () => {
  it("are made of what PostgreSQL and its distributed relatives share", () => {
    const text = SCHEMA.join("\n");
    expect(text).not.toMatch(
      /serial|sequence|identity|trigger|partition|advisory|listen|notify|references|function|deferrable/i,
    );
  });
});

describe("the address of several servers", () => {
  it("is taken apart host by host", () => {
    expect(serversOf("postgres://u:p@one:5432,two:5433/db?sslmode=require")).toEqual([
      "postgres://u:p@one:5432/db?sslmode=require",
      "postgres://u:p@two:5433/db?sslmode=require",
    ]);
    expect(serversOf("postgresql://one/db")).toEqual(["postgresql://one/db"]);
    expect(serversOf("sqlite:x")).toEqual([]);
  });
});
