import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
} from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import pg from "pg";

/** Directory of the newest PostgreSQL server on this machine, or null. */
export function postgresBin(): string | null {
  const home = process.env.POSTGRES_BIN;
  if (home) return home;
  const versions = existsSync("/usr/lib/postgresql") ? readdirSync("/usr/lib/postgresql") : [];
  const newest = versions.toSorted((a, b) => Number(b) - Number(a))[0];
  return newest ? `/usr/lib/postgresql/${newest}/bin` : null;
}

/** The server refuses to run as root: then it runs as the user that Debian makes for it. */
export const postgresUser: { uid?: number; gid?: number } =
  process.getuid?.() == 0
    ? {
        uid: Number(execFileSync("id", ["-u", "postgres"])),
        gid: Number(execFileSync("id", ["-g", "postgres"])),
      }
    : {};

/** One server with its own directory and port. */
export interface Server {
  port: number;
  data: string;
  /** `postgres://…` of its database. */
  address: string;
  /** The postmaster, while it runs. */
  child: ChildProcess | null;
  start(): Promise<void>;
  /** SIGKILL to the postmaster and all its children, as a power cut does. */
  kill(): Promise<void>;
  /** A clean stop. */
  stop(): Promise<void>;
  /** Runs one statement on a connection of its own. */
  sql(text: string): Promise<Record<string, unknown>[]>;
  remove(): Promise<void>;
}

const run = (file: string, args: string[]) =>
  execFileSync(join(postgresBin()!, file), args, {
    ...postgresUser,
    cwd: "/",
    stdio: "pipe",
  }).toString();

/** A port that is free now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  return typeof address == "object" && address ? address.port : 0;
}

/** Makes a server: empty, or a standby copied from another. */
export async function makeServer(
  options: { copyOf?: Server; conf?: string } = {},
): Promise<Server> {
  const home = mkdtempSync("/tmp/consentry-pg-");
  chmodSync(home, 0o777);
  const data = join(home, "data");
  const port = await freePort();
  if (options.copyOf) {
    const { port: from } = options.copyOf;
    run("pg_basebackup", [
      "-D",
      data,
      "-h",
      "127.0.0.1",
      "-p",
      String(from),
      "-U",
      "postgres",
      "-c",
      "fast",
      "-X",
      "stream",
      "-R",
    ]);
  } else {
    run("initdb", ["-D", data, "-A", "trust", "-U", "postgres", "-E", "UTF8", "--no-locale"]);
  }
  const name = `node_${port}`;
  appendFileSync(
    join(data, "postgresql.conf"),
    `\nport=${port}\nlisten_addresses='127.0.0.1'\nunix_socket_directories=''\nmax_connections=60\n` +
      `shared_buffers=32MB\ncluster_name='${name}'\n${options.conf ?? ""}\n`,
  );
  const server: Server = {
    port,
    data,
    address: `postgres://postgres@127.0.0.1:${port}/postgres`,
    child: null,
    async start() {
      const child = spawn(join(postgresBin()!, "postgres"), ["-D", data], {
        ...postgresUser,
        cwd: "/",
        stdio: "ignore",
      });
      server.child = child;
      for (let i = 0; ; i++) {
        try {
          await server.sql("SELECT 1");
          return;
        } catch (error) {
          if (i > 200 || child.exitCode != null) throw error;
          await new Promise((resolve) => setTimeout(resolve, 50));
        }
      }
    },
    async kill() {
      const { child } = server;
      if (child?.pid == null || child.exitCode != null) return;
      const closed = once(child, "exit");
      // The children first would let the postmaster restart them.
      const list = execFileSync("ps", ["--ppid", String(child.pid), "-o", "pid="]).toString();
      child.kill("SIGKILL");
      for (const pid of list.split(/\s+/).filter(Boolean)) {
        try {
          process.kill(Number(pid), "SIGKILL");
        } catch {
          // Already gone with its postmaster.
        }
      }
      await closed;
      server.child = null;
    },
    async stop() {
      if (server.child?.exitCode == null && server.child) {
        const closed = once(server.child, "exit");
        server.child.kill("SIGINT");
        await closed;
      }
      server.child = null;
    },
    async sql(text) {
      const client = new pg.Client({
        connectionString: server.address,
        connectionTimeoutMillis: 2_000,
      });
      client.on("error", () => {});
      await client.connect();
      try {
        return (await client.query<Record<string, unknown>>(text)).rows;
      } finally {
        await client.end();
      }
    },
    async remove() {
      await server.kill();
      rmSync(home, { recursive: true, force: true });
    },
  };
  mkdirSync(home, { recursive: true });
  await server.start();
  return server;
}
