import { TOLD_CACHE } from "../../core/config/names.ts";
import { composePolicy } from "../composePolicy.ts";
import { openMeta } from "./openMeta.ts";
import { permittedIds, type ChoiceFacts } from "./permittedIds.ts";

/** What the worker is given by the file that `consentry policy --format worker` writes. */
export interface WorkerData {
  choice: ChoiceFacts;
  plan: {
    floor: Readonly<Record<string, readonly string[]>>;
    parts: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
    rest: readonly string[];
    also: readonly string[];
  };
}

/** As much of a service worker's world as is used. */
export interface WorkerScope {
  consentryPolicy?: WorkerData;
  addEventListener(
    name: "install" | "activate" | "fetch" | "message",
    listener: (event: WorkerEvent) => void,
  ): void;
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
  registration: { unregister(): Promise<boolean> };
  cookieStore?: { getAll(name: string): Promise<{ value: string }[]> };
  caches?: CacheStorage;
  fetch(request: Request): Promise<Response>;
}

/** Where a worker that sees no cookies keeps what its pages say of them. */
const TOLD = "/";

interface WorkerEvent {
  request: Request;
  data?: unknown;
  waitUntil(promise: Promise<unknown>): void;
  respondWith(answer: Promise<Response>): void;
}

/**
 * Adds to each page, and to the scripts of its workers, the policy that the stored choice permits. Without the site's
 * data it takes itself away. Where the choice cannot be read, nothing counts as permitted.
 */
export function policyWorker(scope: WorkerScope): void {
  const data = scope.consentryPolicy;
  scope.addEventListener("install", () => void scope.skipWaiting());
  scope.addEventListener("activate", (event) =>
    event.waitUntil(data ? scope.clients.claim() : scope.registration.unregister()),
  );
  if (!data) return;
  const { choice, plan } = data;
  const textFor = (texts: readonly string[]): string => {
    const directives = composePolicy(plan, permittedIds(choice, texts, Date.now() / 1000));
    const lines = Object.keys(directives).map((name) => {
      const sources = directives[name]!;
      return `${name} ${sources.length ? sources.join(" ") : "'none'"}`;
    });
    return [[...lines, ...plan.rest].join("; "), ...plan.also].join(", ");
  };
  const seen = async (): Promise<string[]> => {
    try {
      return (await scope.cookieStore!.getAll(choice.name)).map(({ value }) => value);
    } catch {
      return []; // No cookies for workers in this browser.
    }
  };
  let telling: Promise<unknown> = Promise.resolve();
  /** Keeps what a page says of our cookie, where the worker itself sees none: Firefox gives it an empty list. */
  const keep = async (told: unknown): Promise<void> => {
    const cache = await scope.caches!.open(TOLD_CACHE);
    const isBlind = Array.isArray(told) && told.length > 0 && !(await seen()).length;
    await (isBlind ? cache.put(TOLD, new Response(JSON.stringify(told))) : cache.delete(TOLD));
  };
  const stored = async (): Promise<string[]> => {
    const texts = await seen();
    if (texts.length) return texts;
    try {
      await telling;
      const cache = await scope.caches!.open(TOLD_CACHE);
      const told = (await (await cache.match(TOLD))?.json()) as unknown;
      return Array.isArray(told) ? told.map(String) : [];
    } catch {
      return []; // As before any decision.
    }
  };
  scope.addEventListener("message", (event) => {
    const told = (event.data as { consentry?: unknown } | null)?.consentry;
    if (!told) return;
    telling = telling.then(() => keep(told)).catch(() => {});
    event.waitUntil(telling);
  });
  const cover = async (request: Request): Promise<Response> => {
    const answer = await scope.fetch(request);
    // A redirect is for the browser to follow: it asks here again.
    if (answer.type == "opaqueredirect") return answer;
    const headers = new Headers(answer.headers);
    headers.append("content-security-policy", textFor(await stored()));
    // They are of the bytes as they came, and the body is read already.
    headers.delete("content-encoding");
    headers.delete("content-length");
    const { status, statusText, body } = answer;
    const opened = body && request.mode == "navigate" ? openMeta(body) : body;
    return new Response(opened, { status, statusText, headers });
  };
  scope.addEventListener("fetch", (event) => {
    const { mode, destination } = event.request;
    if (mode == "navigate" || destination.endsWith("worker"))
      event.respondWith(cover(event.request));
  });
}
