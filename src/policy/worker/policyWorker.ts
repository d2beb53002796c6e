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
    name: "install" | "activate" | "fetch",
    listener: (event: WorkerEvent) => void,
  ): void;
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
  registration: { unregister(): Promise<boolean> };
  cookieStore?: { getAll(name: string): Promise<{ value: string }[]> };
  fetch(request: Request): Promise<Response>;
}

interface WorkerEvent {
  request: Request;
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
  const cover = async (request: Request): Promise<Response> => {
    const answer = await scope.fetch(request);
    // A redirect is for the browser to follow: it asks here again.
    if (answer.type == "opaqueredirect") return answer;
    let texts: string[] = [];
    try {
      texts = (await scope.cookieStore!.getAll(choice.name)).map(({ value }) => value);
    } catch {
      // No cookies for workers in this browser: as before any decision.
    }
    const headers = new Headers(answer.headers);
    headers.append("content-security-policy", textFor(texts));
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
