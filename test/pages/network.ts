import { createHash } from "node:crypto";
import http, { type IncomingMessage, type ServerResponse } from "node:http";
import https from "node:https";
import type { AddressInfo, Server, Socket } from "node:net";
import type { Duplex } from "node:stream";
import { send, type Answer, type Asked } from "./answer.ts";
import type { Entry, RequestLog } from "./log.ts";
import { selfSigned } from "./selfSigned.ts";

export type Respond = (asked: Asked) => Answer | Promise<Answer>;

/** A listening end of the network. */
export interface Network {
  port: number;
  close(): Promise<void>;
}

const KEPT = 65_536; // characters of a body: vendors send what waits in one message

/**
 * A forward proxy that is the whole internet: whatever host a browser asks for, over http, https or a
 * WebSocket, ends here, is logged and answered. Pages can so carry the vendors' true addresses.
 */
export async function createInternet(respond: Respond, log: RequestLog): Promise<Network> {
  const secure = https.createServer(selfSigned(["*.test", "localhost"]), (request, response) => {
    void answer(`https://${request.headers.host}${request.url}`, request, response);
  });
  const plain = http.createServer((request, response) => {
    // A proxy is asked by whole address; inside a tunnel, by path.
    const url = request.url ?? "/";
    void answer(url[0] == "/" ? `http://${request.headers.host}${url}` : url, request, response);
  });
  plain.on("connect", (request: IncomingMessage, socket: Socket, head: Buffer) => {
    const host = (request.url ?? "").replace(/:\d+$/, "");
    log.add(entryOf("connect", new URL(`https://${host}/`), request, ""));
    socket.on("error", () => {}); // The browser went away.
    socket.write("HTTP/1.1 200 OK\r\n\r\n");
    if (head.length) socket.unshift(head);
    (request.url?.endsWith(":80") ? plain : secure).emit("connection", socket);
  });
  for (const server of [plain, secure]) {
    server.on("upgrade", (request: IncomingMessage, socket: Duplex) => {
      log.add(
        entryOf("websocket", new URL(`https://${request.headers.host}${request.url}`), request, ""),
      );
      acceptSocket(request, socket);
    });
    server.on("clientError", (_error: Error, socket: Duplex) => socket.destroy());
    server.on("tlsClientError", () => {}); // A tunnel given up before its handshake.
    // The browser ends a connection, not we: it could be about to ask by it.
    server.keepAliveTimeout = 0;
  }
  return listen(plain);

  async function answer(
    address: string,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    await handle(new URL(address), request, response, { respond, log });
  }
}

/** One plain server on its own port, standing in for one origin. */
export async function createOrigin(
  origin: string,
  respond: Respond,
  log: RequestLog | null,
  port = 0,
): Promise<Network> {
  const server = http.createServer((request, response) => {
    void handle(new URL(request.url ?? "/", origin), request, response, { respond, log });
  });
  return listen(server, port);
}

async function handle(
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
  { respond, log }: { respond: Respond; log: RequestLog | null },
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks).toString();
  log?.add(entryOf("request", url, request, body));
  const headers = headersOf(request);
  try {
    await send(response, await respond({ method: request.method ?? "GET", url, headers, body }));
  } catch (error) {
    response.writeHead(500).end(String(error));
  }
}

function headersOf(request: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
  );
}

function entryOf(kind: Entry["kind"], url: URL, request: IncomingMessage, body: string): Entry {
  const { cookie = "", ...headers } = headersOf(request);
  return {
    at: Date.now(),
    kind,
    method: request.method ?? "GET",
    host: url.hostname,
    path: url.pathname,
    query: url.search,
    cookie,
    headers,
    body: body.slice(0, KEPT),
  };
}

/** Opens a WebSocket (RFC 6455, 4.2.2) and says nothing on it. */
function acceptSocket(request: IncomingMessage, socket: Duplex): void {
  const key = `${request.headers["sec-websocket-key"]}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`;
  const accept = createHash("sha1").update(key).digest("base64");
  socket.on("error", () => {}); // The browser went away.
  socket.write(
    "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n" +
      `Sec-WebSocket-Accept: ${accept}\r\n\r\n`,
  );
  socket.resume();
}

async function listen(server: Server, port = 0): Promise<Network> {
  const open = new Set<Socket>();
  server.on("connection", (socket: Socket) => {
    open.add(socket);
    socket.on("close", () => open.delete(socket));
  });
  await new Promise<void>((done, fail) => {
    server.once("error", fail);
    server.listen(port, "127.0.0.1", done);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((done) => {
        for (const socket of open) socket.destroy();
        server.close(() => done());
      }),
  };
}
