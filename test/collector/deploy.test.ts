import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cli, listening, MAIN, NODE, type Running } from "./util/cli.ts";
import { lineOf } from "./util/collector.ts";
import { freePort, postgresBin, postgresUser } from "./util/postgres.ts";
import { sealed } from "./util/records.ts";

const DEPLOY = new URL("../../deploy/", import.meta.url).pathname;
const compose = readFileSync(join(DEPLOY, "compose.yaml"), "utf8");
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const found = (pattern: RegExp) => pattern.exec(compose)![1]!;

/** A node of the compose file, as a process of this machine. */
interface Machine {
  name: string;
  home: string;
  data: string;
  port: number;
  child: ChildProcess | null;
  sql(text: string): Promise<Record<string, unknown>[]>;
}

if (postgresBin()) {
  /*
   * What the images add is left out: their own file system, addresses and users. All else is as compose.yaml
   * has it: commands, arguments, scripts, environment. Each node reads its address from a file beside its data.
   */
  describe("the compose file's nodes and collectors, as processes", { timeout: 60_000 }, () => {
    const home = mkdtempSync("/tmp/consentry-deploy-");
    const secrets = join(home, "secrets");
    const password = randomBytes(24).toString("hex");
    const nodes: Machine[] = [];
    const collectors: Running[] = [];
    const acknowledged: string[] = [];

    const makeNode = async (name: string): Promise<Machine> => {
      const own = join(home, name);
      const data = join(own, "data");
      const port = await freePort();
      mkdirSync(own);
      chmodSync(own, 0o777);
      writeFileSync(
        join(own, "node.conf"),
        `port=${port}\nlisten_addresses='127.0.0.1'\nunix_socket_directories=''\nshared_buffers=16MB\n`,
      );
      const sql = async (text: string) => {
        const client = new pg.Client({ host: "127.0.0.1", port, user: "postgres", password });
        client.on("error", () => {});
        await client.connect();
        try {
          return (await client.query<Record<string, unknown>>(text)).rows;
        } finally {
          await client.end();
        }
      };
      return { name, home: own, data, port, child: null, sql };
    };
    /** One of the repository's scripts, where only what an image would bring is at other places. */
    const script = (path: string, changes: readonly (readonly [string, string])[] = []) => {
      let text = readFileSync(join(DEPLOY, path), "utf8").replaceAll("/run/secrets", secrets);
      for (const [from, to] of changes) text = text.replaceAll(from, to);
      const copy = join(home, `${changes.length}-${path.replaceAll("/", "-")}`);
      writeFileSync(copy, text);
      return copy;
    };
    const environment = (node: Machine) => ({
      PATH: `${postgresBin()}:${process.env.PATH}`,
      PGDATA: node.data,
      // Which of the names is which address: a network would say it.
      PGHOSTADDR: "127.0.0.1",
      PGPORT: String(nodes[0]!.port),
    });
    const run = (node: Machine, file: string, args: readonly string[]) => {
      const env = environment(node);
      node.child = spawn(file, args, { ...postgresUser, cwd: "/", env, stdio: "ignore" });
    };
    const ready = async (node: Machine) => {
      for (let i = 0; ; i++) {
        const up = await node.sql("SELECT 1").catch(() => null);
        if (up) return;
        if (i > 200) throw new Error(`${node.name} does not start`);
        await pause(50);
      }
    };
    const kill = async (node: Machine) => {
      if (!node.child || node.child.exitCode != null || node.child.signalCode) return;
      const closed = once(node.child, "exit");
      const ids = ["--ppid", String(node.child.pid), "-o", "pid="];
      const children = execFileSync("ps", ids).toString().split(/\s+/).filter(Boolean);
      for (const pid of [node.child.pid!, ...children.map(Number)]) {
        try {
          process.kill(pid, "SIGKILL");
        } catch {
          // Already gone with its postmaster.
        }
      }
      await closed;
    };
    /** As a browser does: again and again, until it is named as stored. */
    const send = async ({ url }: Running) => {
      const record = sealed({ page: "https://www.example.org/" });
      for (;;) {
        const answer = await fetch(`${url}/v1/records`, { method: "POST", body: lineOf(record) });
        const body = await answer.text();
        if (answer.status == 200) {
          expect(body).toMatch(/"status":"(stored|duplicate)"/);
          acknowledged.push(record.hash);
          return;
        }
        await pause(50);
      }
    };

    beforeAll(async () => {
      chmodSync(home, 0o755);
      mkdirSync(secrets);
      writeFileSync(join(secrets, "postgres-password"), password);
      writeFileSync(join(secrets, "writer-password"), randomBytes(24).toString("hex"));
      writeFileSync(join(secrets, "owner-token"), randomBytes(24).toString("base64"));
      const names = [...compose.matchAll(/^ {2}(pg\d):$/gm)].map(([, name]) => name!);
      for (const name of names) nodes.push(await makeNode(name));
      const [primary, ...standbys] = nodes;

      // What the image's own start does with the environment: make the database, run what is mounted.
      const options = found(/POSTGRES_INITDB_ARGS: (.*)/).split(" ");
      const env = environment(primary!);
      const as = { ...postgresUser, cwd: "/", env, stdio: "ignore" } as const;
      const init = ["-U", "postgres", `--pwfile=${join(secrets, "postgres-password")}`, ...options];
      execFileSync(
        join(postgresBin()!, "initdb"),
        ["-D", primary!.data, "-A", "scram-sha-256", ...init],
        as,
      );
      execFileSync("bash", [script("postgres/allow-standbys.sh")], as);
      const conf = join(primary!.data, "postgresql.conf");
      writeFileSync(conf, `${readFileSync(conf, "utf8")}\ninclude = '../node.conf'\n`);

      const block = compose.slice(compose.indexOf("\n  pg1:"), compose.indexOf("\n  pg2:"));
      const command = [...block.matchAll(/^ {6}- (.+)$/gm)].map(([, word]) => word!);
      const [file, ...args] = command.slice(0, command.findLastIndex((it) => it.includes("=")) + 1);
      run(primary!, file!, args);
      for (const node of standbys) {
        const words = found(new RegExp(`"/standby\\.sh", ("${node.name}".*)\\]`)).split(", ");
        const names = words.map((word) => word.replaceAll('"', ""));
        run(node, "bash", [script("postgres/standby.sh"), ...names]);
      }
      await Promise.all(nodes.map(ready));

      await cli(
        ["key", "--log-name", "example.org/consentry", "--key", join(secrets, "log.pem")],
        home,
      );
      const bin = join(home, "bin");
      mkdirSync(bin);
      writeFileSync(join(bin, "consentry"), `#!/bin/sh\nexec ${NODE} ${MAIN} "$@"\n`, {
        mode: 0o755,
      });
      // As the image does when the database is made, and as the one service that owns the tables does.
      execFileSync("bash", [script("postgres/writer.sh")], {
        env: { ...environment(primary!), PGHOST: "127.0.0.1", PGPASSWORD: password },
        stdio: "ignore",
      });
      const hosts = nodes.map((node) => [`${node.name}:5432`, `127.0.0.1:${node.port}`] as const);
      execFileSync("/bin/sh", [script("collector/tables.sh", hosts)], {
        env: { PATH: `${bin}:${process.env.PATH}` },
        stdio: "ignore",
      });
      const block2 = found(/environment:\n((?: {4}CONSENTRY_.*\n)+)/);
      const settings = [...block2.matchAll(/(CONSENTRY_\w+): "?([^"\n]*)"?/g)];
      for (const name of ["collector1", "collector2"]) {
        const data = join(home, name);
        mkdirSync(data);
        const start = script("collector/start.sh", [["/data/", `${data}/`], ...hosts]);
        const child = spawn("/bin/sh", [start], {
          cwd: data,
          env: {
            ...Object.fromEntries(settings.map(([, key, value]) => [key, value])),
            CONSENTRY_TOKEN_FILE: join(secrets, "owner-token"),
            CONSENTRY_PORT: "0",
            PATH: `${bin}:${process.env.PATH}`,
          },
        });
        collectors.push(await listening(child));
      }
    });
    afterAll(async () => {
      await Promise.all(collectors.map((one) => one.end("SIGKILL")));
      await Promise.all(nodes.map(kill));
      rmSync(home, { recursive: true, force: true });
    });

    it("keep every acknowledged record on two machines", async () => {
      const rows = await nodes[0]!.sql(
        "SELECT application_name AS name, sync_state FROM pg_stat_replication ORDER BY 1",
      );
      expect(rows).toEqual([
        { name: "pg2", sync_state: "quorum" },
        { name: "pg3", sync_state: "quorum" },
      ]);
      const users = await nodes[0]!.sql(
        "SELECT DISTINCT usename AS name FROM pg_stat_activity WHERE application_name = 'consentry'",
      );
      expect(users).toEqual([{ name: "writer" }]);
      expect(await nodes[0]!.sql("SHOW data_checksums")).toEqual([{ data_checksums: "on" }]);
      await Promise.all(collectors.flatMap((one) => [send(one), send(one), send(one)]));
      await kill(nodes[1]!);
      await send(collectors[0]!);
    });

    it("lose none when the first node dies and a standby is promoted, which then waits for another too", async () => {
      const [primary, second, third] = nodes;
      // The second was gone for a while: it comes back, and the third is further for sure.
      const words = ["pg2", "pg1", "pg3"];
      run(second!, "bash", [script("postgres/standby.sh"), ...words]);
      await ready(second!);
      await kill(primary!);
      await third!.sql("SELECT pg_promote(true, 30)");
      const names = await third!.sql("SHOW synchronous_standby_names");
      expect(names).toEqual([{ synchronous_standby_names: "ANY 1 (pg1, pg2)" }]);
      const sending = collectors.map(send);
      await second!.sql(
        `ALTER SYSTEM SET primary_conninfo = 'host=127.0.0.1 port=${third!.port} user=postgres
          password=${password} application_name=pg2'`.replaceAll(/\s+/g, " "),
      );
      await second!.sql("SELECT pg_reload_conf()");
      await Promise.all(sending);
      const kept = await third!.sql("SELECT encode(hash, 'hex') AS h FROM consentry_leaf");
      const there = new Set(kept.map(({ h }) => h));
      expect(acknowledged.filter((hash) => !there.has(hash))).toEqual([]);
      expect(acknowledged).toHaveLength(9);
    });

    it("serve one log, which verifies from either of them", async () => {
      for (const { url, vkey } of collectors) {
        const { code, out, err } = await cli(["verify", url, "--key", vkey], home);
        expect([code, out, err]).toEqual([0, expect.stringContaining("9"), ""]);
      }
    });
  });
} else {
  it("is left out: no PostgreSQL server is installed here", () => expect(postgresBin()).toBeNull());
}
