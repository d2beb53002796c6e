/** The entry point `consentry/astro/middleware`: what a request permits, and the policy that follows from it. */
import { exchangeHead, type Heads } from "../build/inline/exchangeHead.ts";
import { headFor } from "../core/choice/headFor.ts";
import type { Options } from "../core/config/options.ts";
import type { PolicyBase } from "../policy/policyBase.ts";
import { privateHeaders } from "../policy/server/privateHeaders.ts";
import { withPolicy } from "../policy/server/withPolicy.ts";
import { webBag } from "../policy/server/webBag.ts";
import { readConsent } from "./server.ts";

/** As much of Astro's context as is used. */
export interface AstroContext {
  /** What was asked. */
  request: Request;
  /** Whether the page is made while the site is built, for everybody. */
  isPrerendered: boolean;
  /** Where pages find `consent`. */
  locals: object;
}

/**
 * Puts what the visitor's cookie permits at `Astro.locals.consent`, and keeps such a page out of shared caches. With a policy
 * each document also gets the headers that its visitor's consent makes. The integration adds it without a policy.
 *
 * @param options those of the page, services as a list
 * @param base what the policy holds beside consent. Default: no policy
 * @param heads the head's script as the integration has put it into pages, and as it is enough for who has decided. Default: it
 *   stays as it is
 * @returns a middleware as Astro takes it
 * @throws never
 *
 * @example
 * import { consentMiddleware } from "consentry/astro/middleware";
 *
 * const options = { controller: { name: "Acme BV" } };
 * export const onRequest = consentMiddleware(options, { inline: "all" });
 */
export function consentMiddleware(
  options: Options,
  base?: PolicyBase,
  heads?: Heads,
): (context: AstroContext, next: () => Promise<Response>) => Promise<Response> {
  return async ({ request, isPrerendered, locals }, next) => {
    // While a site is built no one asks, and Astro warns of who reads headers.
    const cookie = isPrerendered ? null : request.headers.get("cookie");
    const consent = readConsent(cookie, options);
    Object.assign(locals, { consent });
    if (isPrerendered) return next();
    if (base) return withPolicy(next, options, base)(request);
    const answer = await next();
    const { headers } = answer;
    if (/^text\/html\b/i.test(headers.get("content-type") ?? "")) {
      privateHeaders(webBag(headers));
      const form = headFor(consent.state);
      // What the client router fetches comes under the policy of the page that is there, which knows that page's head alone.
      const isOpened = request.headers.get("sec-fetch-dest") == "document";
      if (heads && isOpened && form != "asks") return exchangeHead(answer, heads.asks, heads[form]);
    }
    return answer;
  };
}
