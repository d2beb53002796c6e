/** The entry point `consentry/tanstack/server`, for TanStack Start in Node.js: what a request permits, what its page holds, the policy. */
import type { PageTexts } from "../adapters/reactPage.ts";
import { createPageServer, type ConsentServerOptions } from "./pageServer.ts";
import type { SiteConfig } from "./server.node.ts";
import type { ServerConsent } from "./server.ts";

export type { PageTexts } from "../adapters/reactPage.ts";
export type { ConsentServerOptions } from "./pageServer.ts";
export type { ServerConsent } from "./server.ts";
export type { SiteConfig } from "./server.node.ts";

/** What a request middleware is called with, as far as it is looked at. */
export interface ConsentCall {
  /** The request. */
  request: Request;
  /** Whether a page or a server route answers it, or a server function. */
  handlerType: "router" | "serverFn";
}

/** What a request has in its context from the middleware on. */
export interface ConsentContext {
  /** What its visitor has permitted: for server functions, server routes and loaders. */
  consent: ServerConsent;
  /** What a page is rendered with, for `pageOptions`. Absent in a server function. */
  page?: PageTexts;
}

/** What an app asks on its server. */
export interface ConsentServer {
  /** What the visitor who sent the `request` has permitted. */
  read(request: Request): Promise<ServerConsent>;
  /**
   * Answers a request, in the middleware of `src/start.ts`: `call` is what that was given, and `next` hands its context on
   * and gives what comes back. A page gets the policy from consent where there is one, beside a
   * policy that stands there already, and stays out of shared caches. So does what a server function gives, unless it says
   * itself who may keep it.
   */
  answer<Result extends { response: Response }>(
    call: ConsentCall,
    next: (context: ConsentContext) => Result | Promise<Result>,
  ): Promise<Result>;
}

/**
 * The server's part of an app, for a module that the browser does not get (`src/consent.server.ts`).
 *
 * @param config what a page takes by `data-config`, or the options of `createConsent`
 * @param options languages, policy
 * @returns what middleware and server functions ask; both functions throw where the configuration has a mistake: its code and
 *   sentence
 * @throws never
 *
 * @example
 * import { createConsentServer, type ConsentCall, type ConsentContext } from "consentry/tanstack/server";
 *
 * const server = createConsentServer({ controller: { name: "Acme BV" }, categories: ["marketing"] });
 * type Next = (options: { context: ConsentContext }) => Promise<{ response: Response }>;
 * export const middleware = (call: ConsentCall & { next: Next }) =>
 *   server.answer(call, (context) => call.next({ context }));
 */
export function createConsentServer(
  config: SiteConfig,
  options: ConsentServerOptions = {},
): ConsentServer {
  const { read, page } = createPageServer(config, options);
  return {
    read,
    async answer({ request, handlerType }, next) {
      const consent = await read(request);
      if (handlerType == "serverFn") {
        const result = await next({ consent });
        if (result.response.headers.has("cache-control")) return result;
        return changed(result, (headers) => headers.set("cache-control", "private, no-store"));
      }
      const { texts, seal } = await page(request);
      const result = await next({ consent, page: texts });
      const isPage = /^text\/html\b/i.test(result.response.headers.get("content-type") ?? "");
      return isPage ? changed(result, seal) : result;
    },
  };
}

/** The answer with other headers; those of one that was fetched cannot be changed in place. */
function changed<Result extends { response: Response }>(
  result: Result,
  change: (headers: Headers) => void,
): Result {
  try {
    change(result.response.headers);
    return result;
  } catch {
    const response = new Response(result.response.body, result.response);
    change(response.headers);
    return { ...result, response };
  }
}
