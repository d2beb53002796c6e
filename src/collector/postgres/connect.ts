import type { Client } from "pg";
import type { Row } from "../store/rows.ts";
import { StoreError } from "../store/storeError.ts";

/** A connection and what to know of it. */
export interface Session {
  client: Client;
  /** Warnings that came, for anyone who cares to empty the list beforehand. */
  warnings: string[];
  /** True once the server or the network ended it. */
  ended: boolean;
}

const PATIENCE = 5_000; // milliseconds to connect to one server
const STATEMENT = 10_000; // milliseconds for one statement, waiting for locks included

/** Settings that a server must answer so; one that does not know the name is of another make. */
const SETTINGS: readonly (readonly [name: string, good: RegExp, why: string])[] = [
  ["transaction_read_only", /^off$/, "it only reads (a standby?)"],
  ["server_encoding", /^utf-?8$/i, "its encoding is not UTF-8"],
  ["fsync", /^on$/, "fsync is off: a power cut loses acknowledged records"],
  ["full_page_writes", /^on$/, "full_page_writes is off: a power cut can tear pages"],
  // "local" would not wait for the standbys that the server may have.
  ["synchronous_commit", /^(on|remote_apply|remote_write)$/, "synchronous_commit is not on"],
];

/**
 * The servers of an address. Several may be named (`postgres://user@one:5432,two:5432/db`): the first
 * that takes writes is used, so that a promoted standby is found without help.
 */
export function serversOf(address: string): string[] {
  const [, start, hosts, end] =
    /^(postgres(?:ql)?:\/\/(?:[^@/]*@)?)([^/?]*)(.*)$/.exec(address) ?? [];
  if (start == null || hosts == null || end == null) return [];
  return hosts.split(",").map((host) => start + host + end);
}

/** Connects to the first server that takes writes and keeps them. Rejects with `StoreError`. */
export async function connect(servers: readonly string[]): Promise<Session> {
  let last = new StoreError("unavailable", "no server is named");
  for (const server of servers) {
    try {
      return await connectTo(server);
    } catch (error) {
      if (error instanceof StoreError) last = error;
      else last = new StoreError("unavailable", "the server cannot be reached", error);
    }
  }
  throw last;
}

async function connectTo(connectionString: string): Promise<Session> {
  const { Client: PgClient } = await loadPg();
  const client = new PgClient({
    connectionString,
    connectionTimeoutMillis: PATIENCE,
    statement_timeout: STATEMENT,
    keepAlive: true,
    application_name: "consentry",
  });
  const session: Session = { client, warnings: [], ended: false };
  client.on("notice", ({ severity, code, message }) => {
    if (severity != "NOTICE") session.warnings.push(`${code ?? ""} ${message ?? ""}`);
  });
  // Without a listener, a connection that breaks while idle would end the process.
  client.on("error", () => (session.ended = true));
  client.on("end", () => (session.ended = true));
  try {
    await client.connect();
    await client.query("SET synchronous_commit = on").catch(ignoreUnknown);
    for (const [name, good, why] of SETTINGS) {
      const answer = await setting(client, name);
      if (answer != null && !good.test(answer)) {
        throw new StoreError("unavailable", `the server is not used: ${why}`);
      }
    }
    return session;
  } catch (error) {
    void client.end().catch(() => {}); // It is of no use either way.
    throw error;
  }
}

async function setting(client: Client, name: string): Promise<string | null> {
  const result = await client.query<Row>(`SHOW ${name}`).catch(ignoreUnknown);
  const value = result?.rows[0]?.[name];
  return typeof value == "string" ? value : null;
}

/** Relatives of PostgreSQL do not know every setting (42704 undefined object, 0A000 not supported). */
export function ignoreUnknown(error: unknown): null {
  const code = error instanceof Error && "code" in error ? error.code : "";
  if (code === "42704" || code === "0A000") return null;
  throw error;
}

/** The driver, which only who uses PostgreSQL installs. */
async function loadPg(): Promise<Pick<typeof import("pg"), "Client">> {
  try {
    return (await import("pg")).default;
  } catch (cause) {
    throw new StoreError("unavailable", "the PostgreSQL store needs the package pg", cause);
  }
}
