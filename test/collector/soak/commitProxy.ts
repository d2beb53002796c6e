import { connect, createServer, type Socket } from "node:net";
import { once } from "node:events";

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
  | "lie";

/** A proxy before a PostgreSQL server that interferes with commits. */
export interface CommitProxy {
  port: number;
  injected: Record<Fate, number>;
  close(): Promise<void>;
}

const COMMIT = Buffer.from("COMMIT\0");

/** Simple-query message of the PostgreSQL protocol (manual, "Message Formats"). */
function query(text: string): Buffer {
  const body = Buffer.from(`${text}\0`);
  const head = Buffer.alloc(5);
  head.write("Q");
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
}

/** ErrorResponse 40001 and ReadyForQuery. */
function failure(): Buffer {
  const fields = Buffer.from("SERROR\0VERROR\0C40001\0Mcould not serialize access\0\0");
  const head = Buffer.alloc(5);
  head.write("E");
  head.writeInt32BE(fields.length + 4, 1);
  return Buffer.concat([head, fields, Buffer.from([0x5a, 0, 0, 0, 5, 0x49])]);
}

/** Starts the proxy. `fate` is asked for each COMMIT. */
export async function commitProxy(target: number, fate: () => Fate): Promise<CommitProxy> {
  const injected: Record<Fate, number> = {
    pass: 0,
    "cut-before": 0,
    "cut-after": 0,
    refuse: 0,
    lie: 0,
  };
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = connect(target, "127.0.0.1");
    let swallow: "cut" | "fail" | null = null;
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on("error", () => {});
      socket.on("close", () => {
        sockets.delete(socket);
        client.destroy();
        upstream.destroy();
      });
    }
    client.on("data", (data) => {
      const isCommit = data[0] == 0x51 && data.subarray(5).equals(COMMIT);
      const what = isCommit ? fate() : "pass";
      if (isCommit) injected[what]++;
      if (what == "cut-before") {
        upstream.destroy();
        return;
      }
      if (what == "cut-after") swallow = "cut";
      if (what == "refuse" || what == "lie") swallow = "fail";
      upstream.write(what == "refuse" ? query("ROLLBACK") : data);
    });
    upstream.on("data", (data) => {
      if (swallow == "cut") client.destroy();
      else if (swallow == "fail") client.write(failure());
      else client.write(data);
      swallow = null;
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  return {
    port: typeof address == "object" && address ? address.port : 0,
    injected,
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}
