import { randomInt } from "node:crypto";
import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";
import {
  complete,
  frameReader,
  notice,
  READY,
  statementOf,
  withStatement,
  type Frame,
} from "./postgresFrames.ts";
import { isOrdered, MOST_ROWS, plain, unsupported } from "./strictDialect.ts";

/** What happens to one COMMIT on its way. */
export type Fate =
  /** Nothing. */
  | "pass"
  /** The connection breaks before the server hears of it. */
  | "cut-before"
  /** The server commits, and the connection breaks before the client hears of it. */
  | "cut-after"
  /** The server is asked to roll back; the client is told 40001: serialization failure. */
  | "refuse"
  /** As above, but the client is told so after the server has committed: an ambiguous result. */
  | "lie"
  /**
   * A cancelled wait for the standbys, and then a failover: the client is told of success with a warning,
   * and the row is gone.
   */
  | "cancel"
  /** As above without the warning. Nothing can be done about it: the control. */
  | "betray";

/** What a proxy does to what passes through it. */
export interface ProxyRules {
  /** Asked for each COMMIT. */
  fate?: () => Fate;
  /** Asked for each other statement of a transaction: whether it fails with 40001. */
  restart?: () => boolean;
  /** Whether only what the whole family of databases knows is let through, and rows without ORDER BY are mixed. */
  strict?: boolean;
}

/** A proxy before a PostgreSQL server. */
export interface PostgresProxy {
  port: number;
  injected: Record<Fate | "restart", number>;
  /** What was refused as not of the dialect. */
  refused: string[];
  /** Results of several rows whose order was changed. */
  mixed: number;
  close(): Promise<void>;
}

/** Starts the proxy. */
export async function postgresProxy(target: number, rules: ProxyRules): Promise<PostgresProxy> {
  const sockets = new Set<Socket>();
  const proxy: PostgresProxy = {
    port: 0,
    injected: {
      pass: 0,
      "cut-before": 0,
      "cut-after": 0,
      refuse: 0,
      lie: 0,
      cancel: 0,
      betray: 0,
      restart: 0,
    },
    refused: [],
    mixed: 0,
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
  const server = createServer((client) => {
    const upstream = connect(target, "127.0.0.1");
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.setNoDelay(true); // Small messages both ways: each would wait for the other's acknowledgement.
      socket.on("error", () => {});
      socket.on("close", () => {
        sockets.delete(socket);
        client.destroy();
        upstream.destroy();
      });
    }
    interfere(client, upstream, rules, proxy);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  proxy.port = typeof address == "object" && address ? address.port : 0;
  return proxy;
}

/** One connection. */
function interfere(
  client: Socket,
  upstream: Socket,
  rules: ProxyRules,
  proxy: PostgresProxy,
): void {
  let inTransaction = false;
  let changed = 0; // rows, in this transaction
  let ordered = true;
  let rows: Buffer[] = [];
  /** What the client is told in place of the server's next answer, up to ReadyForQuery. */
  let instead: Buffer | "cut" | null = null;
  /** What the next error is made to look like. */
  let disguise: Buffer | null = null;

  const atCommit = (message: Frame): Buffer | null => {
    const fate = rules.fate?.() ?? "pass";
    proxy.injected[fate]++;
    if (rules.strict && changed > MOST_ROWS) {
      proxy.refused.push(`a transaction of ${changed} rows`);
      instead = Buffer.concat([notice("E", "ERROR", "54000", "too many rows"), READY]);
      return withStatement(message, "ROLLBACK");
    }
    const conflict = notice("E", "ERROR", "40001", "could not serialize access");
    const warning = notice("N", "WARNING", "01000", "canceling wait for synchronous replication");
    switch (fate) {
      case "pass":
        return message.raw;
      case "cut-before":
        return null;
      case "cut-after":
        instead = "cut";
        return message.raw;
      case "refuse":
      case "lie":
        instead = Buffer.concat([conflict, READY]);
        return fate == "lie" ? message.raw : withStatement(message, "ROLLBACK");
      case "cancel":
      case "betray":
        instead = Buffer.concat([
          ...(fate == "cancel" ? [warning] : []),
          complete("COMMIT"),
          READY,
        ]);
        return withStatement(message, "ROLLBACK");
    }
  };
  /** A statement that fails at once, in the server too, so that both are in the same state. */
  const failing = (message: Frame, code: string, what: string): Buffer => {
    disguise = notice("E", "ERROR", code, what);
    return withStatement(message, `SELECT * FROM "not here: ${what}"`);
  };
  const heard = (message: Frame): Buffer | null => {
    const sql = statementOf(message);
    if (sql == null) return message.raw;
    if (sql == "COMMIT") return atCommit(message);
    ordered = isOrdered(sql);
    const no = rules.strict ? unsupported(sql, inTransaction) : null;
    if (no) {
      // Which settings there are is asked on purpose; all else must not even be tried.
      if (no.what != "setting") proxy.refused.push(no.what);
      return failing(message, no.code, no.what);
    }
    if (inTransaction && sql != "ROLLBACK" && rules.restart?.()) {
      proxy.injected.restart++;
      return failing(message, "40001", "restart transaction");
    }
    return rules.strict && plain(sql) != sql ? withStatement(message, plain(sql)) : message.raw;
  };
  const answered = ({ type, body, raw }: Frame): Buffer => {
    if (type == "Z") {
      inTransaction = body.toString("latin1") != "I";
      if (!inTransaction) changed = 0;
    }
    if (instead) {
      if (instead == "cut") {
        client.destroy();
        return Buffer.alloc(0);
      }
      const said = type == "Z" ? instead : Buffer.alloc(0);
      if (type == "Z") instead = null;
      return said;
    }
    if (type == "E" && disguise) {
      const said = disguise;
      disguise = null;
      return said;
    }
    if (rules.strict && !ordered && type == "D") {
      rows.push(raw);
      return Buffer.alloc(0);
    }
    if (type == "C")
      changed += Number(/^(?:INSERT 0|UPDATE|DELETE) (\d+)/.exec(String(body))?.[1] ?? 0);
    const held = rows;
    rows = [];
    if (held.length > 1) proxy.mixed++;
    // Turned round and turned on: another order whenever there are two rows.
    const by = held.length > 2 ? randomInt(held.length - 1) : 0;
    const mixed = held.toReversed();
    return Buffer.concat([...mixed.slice(by), ...mixed.slice(0, by), raw]);
  };

  const fromClient = frameReader(true);
  const fromServer = frameReader(false);
  client.on("data", (data) => {
    const said = fromClient(data).map(heard);
    if (said.every((bytes) => bytes != null)) upstream.write(Buffer.concat(said));
    else upstream.destroy();
  });
  upstream.on("data", (data) => {
    const said = fromServer(data).map(answered);
    if (!client.destroyed) client.write(Buffer.concat(said));
  });
}
