import type { BrowserContext, Page, Request, Response } from "playwright";
import type { RequestReport } from "../report/auditReport.ts";
import { watchSize } from "./watchSize.ts";

/** Kinds of requests that carry what a vendor counts. Scripts, styles and frames are let through. */
const HITS = new Set([
  "ping",
  "beacon",
  "xhr",
  "fetch",
  "image",
  "eventsource",
  "cspviolationreport",
  "other",
]);

/** What was asked and set since the recording began. */
export interface Recording {
  requests(): readonly Recorded[];
  /** Which response set a cookie, by its name. */
  setBy: ReadonlyMap<string, string>;
  /** Addresses that the page's own policy blocked. */
  blocked: ReadonlySet<string>;
  /** From now on another state: earlier requests stay, and are not its own. */
  mark(): void;
  /** Watches where requests come from, in a page that was opened. */
  follow(page: Page): Promise<void>;
}

export interface Recorded extends Omit<RequestReport, "at" | "services"> {
  /** Milliseconds since 1970. */
  at: number;
  /** Which page of the visit, from 1. */
  navigation: number;
  /** Number of the state. */
  part: number;
}

export interface RecordOptions {
  /** Whether a host is another than the site's. */
  isOther(host: string): boolean;
  /** Whether a request to this address is one that a vendor counts. */
  counts(url: string, host: string): boolean;
  /** Lets vendors' hits go. */
  send: boolean;
  /** Bytes that a page may send before it is left. */
  largest: number;
  /** Called when a page has sent more. */
  onFlood(): void;
}

const MOST_REQUESTS = 20_000;
const MOST_NAMES = 5000;

/** Records a visitor: requests of pages, frames and workers, and who sets cookies. Holds vendors' hits. */
export async function recordVisit(
  context: BrowserContext,
  { isOther, counts, send, largest, onFlood }: RecordOptions,
): Promise<Recording> {
  const seen: Recorded[] = [];
  const setBy = new Map<string, string>();
  const blocked = new Set<string>();
  const held = new Set<Request>();
  const stacks = new Map<string, string>();
  let part = 0;
  let navigation = 0;

  if (!send) {
    await context.route(
      (url) => isOther(url.hostname),
      async (route, request) => {
        const type = request.resourceType();
        if (!HITS.has(type) || !counts(request.url(), new URL(request.url()).hostname)) {
          return route.fallback().catch(() => {});
        }
        held.add(request);
        const origin = (await request.allHeaders().catch(() => ({}) as Record<string, string>))[
          "origin"
        ];
        return route
          .fulfill({
            status: type == "image" ? 200 : 204,
            headers: {
              "access-control-allow-origin": origin ?? "*",
              ...(origin && { "access-control-allow-credentials": "true" }),
            },
            ...(type == "image" && { contentType: "image/gif", body: PIXEL }),
          })
          .catch(() => {});
      },
    );
  }
  const block = (url: string): void => {
    if (blocked.size < MOST_NAMES) blocked.add(shortened(url));
  };
  const onRequest = (request: Request): void => {
    const url = request.url();
    if (!/^(?:https?|wss?):/.test(url)) return;
    if (isPage(request) && !request.redirectedFrom()) navigation++;
    const record: Recorded = {
      at: Date.now(),
      method: request.method(),
      url: shortened(url),
      host: new URL(url).hostname,
      type: request.resourceType(),
      get held() {
        return held.has(request);
      },
      get initiator() {
        return stacks.get(record.url) ?? "";
      },
      navigation,
      part,
    };
    if (seen.length < MOST_REQUESTS) seen.push(record);
  };
  const onResponse = async (response: Response): Promise<void> => {
    const headers = await response.headersArray().catch(() => []);
    for (const { name, value } of headers) {
      if (name.toLowerCase() != "set-cookie") continue;
      for (const line of value.split("\n")) {
        const cookie = line.split("=")[0]!.trim();
        if (cookie && setBy.size < MOST_NAMES)
          setBy.set(cookie, `Set-Cookie of ${new URL(response.url()).hostname}`);
      }
    }
  };
  context.on("request", onRequest);
  context.on("response", (response) => void onResponse(response));
  context.on("requestfailed", (request) => {
    if (/csp/i.test(request.failure()?.errorText ?? "")) block(request.url());
  });

  const follow = async (page: Page): Promise<void> => {
    page.on("websocket", (socket) => {
      const url = socket.url();
      if (!URL.canParse(url) || seen.length >= MOST_REQUESTS) return;
      const base = {
        at: Date.now(),
        method: "GET",
        url: shortened(url),
        type: "websocket",
        held: false,
        navigation,
        part,
      };
      seen.push({ ...base, host: new URL(url).hostname, initiator: "" });
    });
    page.on("console", (message) => {
      if (!/content security policy/i.test(message.text())) return;
      const address = /['"](https?:\/\/[^'"\s]+)['"]/.exec(message.text())?.[1];
      if (address) block(address);
    });
    try {
      const session = await context.newCDPSession(page);
      session.on("Network.requestWillBeSent", ({ request, initiator }) => {
        if (stacks.size < MOST_NAMES) stacks.set(shortened(request.url), describe(initiator));
      });
      watchSize(session, largest, onFlood);
      await session.send("Network.enable");
    } catch {
      // Another engine than Chromium tells no initiators.
    }
  };
  return { requests: () => seen, setBy, blocked, mark: () => void part++, follow };
}

const PIXEL = Buffer.from("R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==", "base64");

interface Initiator {
  type: string;
  url?: string;
  lineNumber?: number;
  stack?: { callFrames: { functionName: string; url: string; lineNumber: number }[] };
}

/** What a page may make as long as it likes is kept as a copy: a part of a text holds all of it in memory. */
const shortened = (url: string): string =>
  url.length > 2000 ? Buffer.from(url.slice(0, 2000)).toString() : url;

/** `script https://shop.example/app.js:12 (load)`, or what in the page's markup began it. */
function describe({ type, url, lineNumber, stack }: Initiator): string {
  const frames = (stack?.callFrames ?? [])
    .slice(0, 4)
    .map(
      (frame) =>
        `${frame.url}:${frame.lineNumber + 1}${frame.functionName && ` (${frame.functionName})`}`,
    );
  if (frames.length) return `${type} ${frames.join(" < ")}`;
  return url ? `${type} ${url}:${(lineNumber ?? 0) + 1}` : type;
}

function isPage(request: Request): boolean {
  try {
    return request.isNavigationRequest() && !request.frame().parentFrame();
  } catch {
    return false; // A worker's request has no frame; one of a page that is only coming has none yet.
  }
}
