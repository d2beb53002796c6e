/** The entry point `consentry/angular/server`, for @angular/ssr 20 and later in Node.js: what a request permits, what its page holds, the policy. */
import { placeNonce } from "../build/angular/placeNonce.ts";
import { serverOptions } from "../build/site/serverOptions.ts";
import { placeBanner } from "../build/vite/placeBanner.ts";
import { placeHead } from "../build/vite/placeHead.ts";
import { headFor } from "../core/choice/headFor.ts";
import type { Options } from "../core/config/options.ts";
import type { PolicyBase } from "../policy/policyBase.ts";
import { createCover } from "../policy/server/createCover.ts";
import type { NodeRequest } from "../policy/server/nodePolicy.ts";
import { privateHeaders } from "../policy/server/privateHeaders.ts";
import { webBag } from "../policy/server/webBag.ts";
import { readConsent, renderBanner, renderHead, type SiteConfig } from "./server.node.ts";
import type { ServerConsent, State } from "./server.ts";

export type { ServerConsent } from "./server.ts";
export type { SiteConfig } from "./server.node.ts";

/** What Angular's engine is handed as the context of a request. */
export interface ConsentContext {
  /** What `provideConsent` reads: the state, and this answer's nonce for your own policy. */
  readonly consentry: { readonly state: State; readonly nonce: string };
}

/** What an app asks on its server. */
export interface ConsentServer<Asked> {
  /** What the visitor who sent the `request` has permitted: for addresses that answer with data. */
  read(request: Asked): Promise<ServerConsent>;
  /**
   * Answers a `request` with what `render` gives: a page gets its head, the banner for who has to be asked, the policy from
   * consent where there is one, and stays out of shared caches.
   */
  page(
    request: Asked,
    render: (context: ConsentContext) => Promise<Response | null>,
  ): Promise<Response | null>;
}

/**
 * The server's part of an app, for `src/server.ts`.
 *
 * @param config what a page takes by `data-config`, or the options of `createConsent`
 * @param policy what the policy from consent holds beside it: a function of this answer's `nonce` and the request, that
 *   gives `{ nonce }` and what else there is, or undefined where a page gets none. Default: no page gets one
 * @returns what handlers ask; both functions throw where the configuration has a mistake: its code and sentence
 * @throws never
 *
 * @example
 * import { createConsentServer } from "consentry/angular/server";
 *
 * const server = createConsentServer({ controller: { name: "Acme BV" } });
 * export const answer = (request: Request) =>
 *   server.page(request, async (context) => new Response(context.consentry.nonce));
 */
export function createConsentServer<Asked extends NodeRequest | Request>(
  config: SiteConfig,
  policy?: (nonce: string, request: Asked) => PolicyBase | undefined,
): ConsentServer<Asked> {
  let made: Promise<Options> | undefined;
  const options = (): Promise<Options> => (made ??= serverOptions(config));
  const read = async (request: Asked): Promise<ServerConsent> =>
    readConsent(headerOf(request, "cookie"), await options());
  return {
    read,
    async page(request, render) {
      const { state } = await read(request);
      const nonce = btoa(crypto.randomUUID());
      const answer = await render({ consentry: { state, nonce } });
      const headers = new Headers(answer?.headers);
      if (!answer?.body || !/^text\/html\b/i.test(headers.get("content-type") ?? "")) return answer;
      const text = await answer.text();
      const head = await renderHead(config, { nonce, banner: true, state });
      let html = placeHead(placeNonce(text, nonce), head.html);
      if (headFor(state) == "asks") {
        html = await placeBanner(html, (language = "") =>
          // A page in a language that we do not have is shown in the site's own.
          renderBanner(config, { language }).catch(() => renderBanner(config)),
        );
      }
      // They are those of the page as Angular made it.
      for (const name of ["etag", "content-length"]) headers.delete(name);
      const bag = webBag(headers);
      const base = policy?.(nonce, request);
      const cookie = headerOf(request, "cookie");
      const destination = headerOf(request, "sec-fetch-dest");
      if (base) createCover(await options(), base)({ cookie, destination }, bag);
      privateHeaders(bag);
      const { status, statusText } = answer;
      return new Response(html, { status, statusText, headers });
    },
  };
}

/** One of a request's headers, in Node.js or of the web. */
function headerOf({ headers }: NodeRequest | Request, name: string): string | null {
  if (headers instanceof Headers) return headers.get(name);
  return headers[name]?.toString() ?? null;
}
