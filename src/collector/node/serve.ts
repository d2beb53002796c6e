import { createServer } from "node:http";
import { getRequestListener, type Http2Bindings, type HttpBindings } from "@hono/node-server";
import type { Collector } from "../createCollector.ts";

/** How to listen. */
export interface ServeOptions {
  port: number;
  /** Default: this machine alone, because a proxy with TLS belongs in front. */
  hostname?: string;
  /**
   * How many proxies stand in front and add the client's address to `X-Forwarded-For`. Default 0:
   * the header is not believed, because anybody can send one.
   */
  proxies?: number;
  /** Milliseconds that headers and a whole request may take. Default 5,000 and 15,000. */
  headersTimeout?: number;
  requestTimeout?: number;
}

/** A collector that listens. */
export interface Serving {
  port: number;
  /** Stops taking requests, lets those in work end, then resolves. */
  close(): Promise<void>;
}

/** Serves a collector on Node.js, with time limits for everything a slow client can draw out. */
export async function serve(collector: Collector, options: ServeOptions): Promise<Serving> {
  const { hostname = "127.0.0.1", proxies = 0 } = options;
  const listener = getRequestListener(
    (request, env) => collector(request, { ip: clientIp(request, env, proxies) }),
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

/** Address of the client: of the connection, or the one that the outermost trusted proxy saw. */
function clientIp(
  request: Request,
  { incoming }: HttpBindings | Http2Bindings,
  proxies: number,
): string | undefined {
  const seen = request.headers.get("x-forwarded-for")?.split(",") ?? [];
  return (proxies > 0 && seen.at(-proxies)?.trim()) || incoming.socket.remoteAddress;
}
