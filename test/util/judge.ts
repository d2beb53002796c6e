import { setTimeout as sleep } from "node:timers/promises";
import type { Entry, RequestLog } from "../pages/log.ts";
import { vendorHosts } from "../pages/vendors.ts";

/** Whether a host is the test site's own. */
export const isSite = (host: string): boolean => host == "shop.test" || host.endsWith(".shop.test");

/**
 * Whether a page of the site caused the entry. Browsers also call their makers; such requests carry
 * neither `Sec-Fetch-Site` of another site, nor a referrer, nor an origin.
 */
export function isOutside({ host, kind, headers }: Entry): boolean {
  if (isSite(host)) return false;
  if (vendorHosts.includes(host) || host.endsWith(".test")) return true;
  const fetchSite = headers["sec-fetch-site"];
  return (
    kind != "connect" &&
    Boolean(headers["referer"] || headers["origin"] || (fetchSite && fetchSite != "none"))
  );
}

/** Everything that left the page for another site: tunnels, requests, sockets. */
export function outside(log: RequestLog): Entry[] {
  return log.entries().filter(isOutside);
}

/** The same as sorted lines `GET host/path`, without tunnels and without endless recordings. */
export function calls(log: RequestLog): string[] {
  return outside(log)
    .filter((entry) => entry.kind != "connect" && !isEndless(entry))
    .map(({ method, host, path }) => `${method} ${host}${path}`)
    .sort();
}

/** Requests that go on for ever: a recorder's, and the demo panel's. */
const isEndless = ({ path }: Entry): boolean =>
  path.endsWith("/recording") || path == "/stand-ins.json";

/** Waits until the log has been quiet for a while; what goes on for ever does not count. */
export async function settle(log: RequestLog, quiet = 200, most = 6000): Promise<void> {
  const end = Date.now() + most;
  const count = () => log.entries().filter((entry) => !isEndless(entry)).length;
  let known = -1;
  while (Date.now() < end && known != count()) {
    known = count();
    await sleep(quiet);
  }
}
