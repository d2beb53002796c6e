import type { RequestLog } from "../pages/log.ts";
import { SITE } from "../pages/server.ts";

/** How often the site's front page was asked for. */
export function pageLoads(log: RequestLog): number {
  return log
    .entries()
    .filter(({ kind, host, path }) => kind == "request" && `https://${host}${path}` == `${SITE}/`)
    .length;
}
