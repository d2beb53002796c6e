import type { KitPage, KitRequest } from "../../src/testing/kitPage.ts";
import type { Entry, RequestLog } from "../pages/log.ts";
import { isOutside, isSite } from "./judge.ts";
import type { Tab } from "./tab.ts";

/**
 * A tab of any driver as the test kit takes it. Its requests are those of the network's log, tunnels
 * included: what was sent, and not what a browser tells. It begins with what the log has already.
 */
export function kitOverLog(tab: Tab, log: RequestLog): KitPage {
  let shown = "about:blank";
  const undo = new Map<(request: KitRequest) => void, () => void>();
  const page: KitPage = {
    context: () => ({
      pages: () => [page],
      cookies: async () => (shown == "about:blank" ? [] : tab.cookies()),
      async addCookies(cookies) {
        const lines = cookies.map(
          ({ name, value, expires, secure }) =>
            `${name}=${value}; Path=/; Expires=${new Date(expires * 1000).toUTCString()}; SameSite=Lax` +
            (secure ? "; Secure" : ""),
        );
        await tab.evaluate((all) => all.forEach((line) => (document.cookie = line)), lines);
      },
      on(_type, listener) {
        const tell = (entry: Entry): void => {
          if (isSite(entry.host) || isOutside(entry)) listener(requestOf(entry));
        };
        log.entries().forEach(tell);
        undo.set(listener, log.onAdd(tell));
      },
      off: (_type, listener) => undo.get(listener)?.(),
      close: () => tab.close(),
    }),
    url: () => shown,
    async goto(url) {
      shown = url;
      await tab.goto(url);
    },
    click: (selector) => tab.click(selector),
    evaluate: (run, argument) => tab.evaluate(run, argument!),
    mouse: {
      move: () => tab.click("h1"),
      wheel: (_x, y) => tab.evaluate((far) => scrollBy(0, far), y),
    },
    // Sockets are in the log like everything else.
    on() {},
    off() {},
  };
  return page;
}

function requestOf({ kind, method, host, path, query, headers }: Entry): KitRequest {
  const isPage = headers["sec-fetch-dest"] == "document";
  return {
    url: () => `https://${host}${path}${query}`,
    method: () => (kind == "connect" ? "CONNECT" : method),
    resourceType: () => (kind == "request" ? (headers["sec-fetch-dest"] ?? "") : kind),
    isNavigationRequest: () => isPage,
    redirectedFrom: () => null,
    frame: () => ({ parentFrame: () => (isPage ? null : {}) }),
  };
}
