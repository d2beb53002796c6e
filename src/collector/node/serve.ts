import { createServer } from "node:http";
import { getRequestListener, type Http2Bindings, type HttpBindings } from "@hono/node-server";
import type { Peer } from "../context.ts";
import type { Reporter } from "../report.ts";
import { trustedPeers } from "./trustedPeers.ts";

/** How to listen. */
export interface ServeOptions {
  /** Port number to listen on; 0 for any that is free. */
  port: number;
  /** Default: this machine alone, because a proxy with TLS belongs in front. */
  hostname?: string;
  /**
   * How many proxies stand in front and add the client's address to `X-Forwarded-For`. Default 0:
   * the header is not believed, because anybody can send one.
   */
  proxies?: number;
  /**
   * Networks whose proxies are believed, beside loopback and private ones: `["203.0.113.0/24"]`. A
   * stranger who reaches the port past the proxy is known by his own address, and reported.
   */
  trust?: readonly string[];
  /** Hears of each fault. Default: nothing is written. */
  report?: Reporter;
  /** Milliseconds that headers and a whole request may take. Default 5,000 and 15,000. */
  headersTimeout?: number;
  /** Milliseconds in which a request must have come whole. Default 15,000. */
  requestTimeout?: number;
}

/** A collector that listens. */
export interface Serving {
  /** Port number that it listens on. */
  port: number;
  /** Stops taking requests, lets those in work end, then resolves. */
  close(): Promise<void>;
}

/** Answers a request: a collector, a witness. */
type Handler = (request: Request, peer: Peer) => Promise<Response>;

const QUIET_MS = 60_000; // between two reports of a passed-by proxy

/**
 * Serves a collector or a witness on Node.js, with time limits for everything a slow client can draw out.
 *
 * @param handler answers a request
 * @param options where to listen
 * @throws where the port cannot be had, or `trust` names no network
 *
 * @example
 * import { serve } from "consentry/collector";
 *
 * const serving = await serve(async () => new Response("up"), { port: 0 });
 * await serving.close();
 */
export async function serve(handler: Handler, options: ServeOptions): Promise<Serving> {
  const { hostname = "127.0.0.1", proxies = 0, report = () => {} } = options;
  const isTrusted = trustedPeers(options.trust);
  let reported = -QUIET_MS;
  /** Address of the client: of the connection, or the one that the outermost trusted proxy saw. */
  const clientIp = (request: Request, { incoming }: HttpBindings | Http2Bindings) => {
    const direct = incoming.socket.remoteAddress;
    const seen = request.headers.get("x-forwarded-for")?.split(",").at(-proxies)?.trim();
    if (proxies <= 0 || !seen) return direct;
    if (isTrusted(direct ?? "")) return seen;
    if (performance.now() - reported >= QUIET_MS) {
      reported = performance.now();
      report({ level: "warn", event: "proxy-passed-by" });
    }
    return direct;
  };
  const listener = getRequestListener(
    (request, env) => handler(request, { ip: clientIp(request, env) }),
    { overrideGlobalObjects: false },
  );
  const server = createServer(
    {
      headersTimeout: options.headersTimeout ?? 5_000,
      requestTimeout: options.requestTimeout ?? 15_000,
      keepAliveTimeout: 5_000,
      connectionsCheckingInterval: 1_000,
      maxHeaderSize: 16_384,
    },
    (request, response) => void listener(request, response),
  );
  server.maxHeadersCount = 64;
  server.maxConnections = 10_000;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port, hostname, resolve);
  });
  const address = server.address();
  return {
    port: typeof address == "object" && address ? address.port : options.port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
      }),
  };
}
