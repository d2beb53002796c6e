import { Hono } from "hono";
import { routePath } from "hono/route";
import type { AppEnv, Peer, Workshop } from "./context.ts";
import { addHeaders } from "./http/headers.ts";
import { healthRoutes } from "./http/healthRoutes.ts";
import { LIMITS, type Limits } from "./http/limits.ts";
import { logRoutes } from "./http/logRoutes.ts";
import { recordRoutes } from "./http/recordRoutes.ts";
import { sightingRoutes } from "./http/sightingRoutes.ts";
import { Refusal } from "./http/refusal.ts";
import { checkLog } from "./log/checkLog.ts";
import type { LogIdentity } from "./log/sequence.ts";
import { treeReader } from "./merkle/treeReader.ts";
import { createMetrics } from "./metrics.ts";
import { ownerRoutes } from "./owner/ownerRoutes.ts";
import type { Reporter } from "./report.ts";
import type { Store } from "./store/store.ts";
import { StoreError } from "./store/storeError.ts";

/** What a collector is made of. */
export interface CollectorOptions {
  /** The database of the log. */
  store: Store;
  /** Who signs, for which log. */
  log: LogIdentity;
  /** Origins whose pages may send records: `["https://www.example.org"]`. */
  origins: readonly string[];
  /** Opens `/owner` and `/metrics`. Absent: they stay blocked. */
  ownerToken?: string | undefined;
  /** How much is taken from whom. Default: see `docs/operating.md`. */
  limits?: Partial<Limits>;
  /** Hears of each request and each fault, as one line of a log. Default: nothing is written. */
  report?: Reporter;
  /** Milliseconds since 1970. */
  now?: () => number;
  /** 0 to 1: spreads out what has to come back later. */
  random?: () => number;
}

/**
 * Answers a request; never rejects. `peer` is what the server knows beside the headers.
 *
 * @param request what came in
 */
export type Collector = (request: Request, peer?: Peer) => Promise<Response>;

/**
 * Makes the collector: a web-standard handler that any server can call. It starts nothing by itself.
 *
 * @param options what it is made of
 * @throws {TypeError} for an origin that is no address
 *
 * @example
 * import { createCollector, createSigner, keyFile, serve, sqliteStore } from "consentry/collector";
 *
 * const store = await sqliteStore({ path: "consent.db" });
 * const signer = createSigner("example.org/log", keyFile("log.key"));
 * const log = { origin: "example.org/log", signers: [signer] };
 * const collector = createCollector({ store, log, origins: ["https://www.example.org"] });
 * await serve(collector, { port: 8080 });
 */
export function createCollector(options: CollectorOptions): Collector {
  const { store, log, now = Date.now, report = () => {} } = options;
  let checked: Promise<void> | null = null;
  const shop: Workshop = {
    store,
    log,
    now,
    tree: treeReader(store),
    metrics: createMetrics(),
    limits: { ...LIMITS, ...options.limits },
    origins: new Set(options.origins.map((origin) => new URL(origin).origin)),
    ownerToken: options.ownerToken,
    report,
    random: options.random ?? Math.random,
    sound: () =>
      (checked ??= checkLog(store, log).catch((error: unknown) => {
        checked = null;
        throw error;
      })),
  };

  const app = new Hono<AppEnv>();
  app.use(async (context, next) => {
    const start = performance.now();
    await next();
    addHeaders(context.res.headers);
    const { status } = context.res;
    const { method } = context.req;
    // The pattern, not the path: what a stranger typed is not for the log.
    const route = routePath(context, -1);
    shop.metrics.add("consentry_requests_total", `route="${route}",status="${status}"`);
    shop.metrics.time("consentry_request_seconds", (performance.now() - start) / 1000);
    report({
      level: status < 500 ? "info" : "error",
      event: "request",
      method: /^[A-Z]{1,7}$/.test(method) ? method : "other",
      route,
      status,
      code: context.get("code"),
      records: context.get("records"),
      ms: Math.round((performance.now() - start) * 10) / 10,
    });
  });
  app.onError((error, context) => {
    const refusal = asRefusal(error);
    if (error instanceof StoreError) {
      // A log that contradicts itself is looked at again before anything more is signed.
      if (error.problem == "broken") checked = null;
      report({ level: "error", event: "store", problem: error.problem, message: error.message });
    } else if (refusal.code == "internal") {
      report({ level: "error", event: "internal", message: String(error) });
    }
    context.set("code", refusal.code);
    if (refusal.retryAfter != null) context.header("Retry-After", String(refusal.retryAfter));
    if (refusal.status == 401) context.header("WWW-Authenticate", 'Basic realm="consentry"');
    return context.json({ error: refusal.code }, refusal.status);
  });
  app.notFound((context) => {
    context.set("code", "not-found");
    return context.json({ error: "not-found" }, 404);
  });
  for (const routes of [
    recordRoutes(shop),
    logRoutes(shop),
    healthRoutes(shop),
    ownerRoutes(shop),
    sightingRoutes(shop),
  ]) {
    app.route("/", routes);
  }
  return async (request, peer = {}) => app.fetch(request, peer);
}

function asRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  if (error instanceof StoreError) return new Refusal(503, "not-durable", 2);
  return new Refusal(500, "internal");
}
