import type { Answer, Asked } from "./answer.ts";
import { readBundle } from "./bundle.ts";
import { readStatic } from "./files.ts";
import { createLog, type RequestLog } from "./log.ts";
import { createInternet } from "./network.ts";
import { answerVendor, vendorHosts } from "./vendors.ts";

/** What a test may answer with: a whole answer, or a page's HTML. */
export type Route =
  Answer | string | ((asked: Asked) => Answer | string | Promise<Answer | string>);

/** The internet of a test: the site's own hosts, the vendors', and whatever a test adds. */
export interface TestNetwork {
  /** Address for a browser's proxy setting. */
  proxy: string;
  log: RequestLog;
  /** While true, every connection is cut: there is no network. */
  offline: boolean;
  /**
   * Answers one address (without its query), on any host; `https://host/*` all of that host which nothing else answers. The
   * latest answer for an address counts.
   */
  route(address: string, route: Route): void;
  /** Forgets the routes and the log. */
  reset(): void;
  close(): Promise<void>;
}

/** The site of the tests; any host below `shop.test` is its own. */
export const SITE = "https://www.shop.test";

export async function startNetwork(): Promise<TestNetwork> {
  const log = createLog();
  const routes = new Map<string, Route>();
  const network = await createInternet(
    (asked) => (internet.offline ? { broken: true } : respond(asked, routes, log)),
    log,
  );
  const internet: TestNetwork = {
    proxy: `http://127.0.0.1:${network.port}`,
    log,
    offline: false,
    route: (address, route) => void routes.set(address, route),
    reset() {
      internet.offline = false;
      routes.clear();
      log.clear();
    },
    close: network.close,
  };
  return internet;
}

/**
 * Answers as a site's own server does: bundles of the npm examples, then files; and for the demo's
 * panel, what has reached the vendors' stand-ins.
 */
export async function answerSite({ url }: Asked, log: RequestLog): Promise<Answer | null> {
  if (url.pathname == "/stand-ins.json") return tell(log, Number(url.searchParams.get("from")));
  return (await readBundle(url.pathname)) ?? (await readStatic(url.pathname));
}

function tell(log: RequestLog, from: number): Answer {
  const entries = log
    .entries()
    .filter(({ kind, host }) => kind != "connect" && vendorHosts.includes(host))
    .slice(from)
    .map(({ at, method, host, path, query }) => ({ at, method, host, path, query }));
  return { body: JSON.stringify(entries), headers: { "content-type": "application/json" } };
}

async function respond(
  asked: Asked,
  routes: ReadonlyMap<string, Route>,
  log: RequestLog,
): Promise<Answer> {
  const { origin, pathname } = asked.url;
  const route = routes.get(origin + pathname) ?? routes.get(`${origin}/*`);
  if (route) {
    const answer = typeof route == "function" ? await route(asked) : route;
    return typeof answer == "string"
      ? { body: answer, headers: { "content-type": "text/html; charset=utf-8" } }
      : answer;
  }
  const isSite = asked.url.hostname == "shop.test" || asked.url.hostname.endsWith(".shop.test");
  const answer = isSite ? await answerSite(asked, log) : answerVendor(asked);
  return answer ?? { status: 404, headers: { "content-type": "text/plain" }, body: "Not found" };
}
