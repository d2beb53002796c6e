import type { Options } from "../../core/config/options.ts";
import { createCover } from "./createCover.ts";
import type { PolicyBase } from "../policyBase.ts";
import { webBag } from "./webBag.ts";

type Handler<Rest extends unknown[]> = (
  request: Request,
  ...rest: Rest
) => Response | Promise<Response>;

/** What holds beside consent: for every request, or made for each (a nonce). */
export type BaseFor<Asked> = PolicyBase | ((request: Asked) => PolicyBase);

/**
 * Wraps a Web-standard server (`Request` in, `Response` out: Deno, Bun, Workers, edge functions, Next.js
 * handlers): its
 * documents get the policy that the visitor's cookie permits. A policy that the handler sets itself counts
 * too.
 *
 * @param handler Answers a request.
 * @param options The options of the page, services as a list.
 * @param base What the policy holds beside consent, or a function that gives it for a request.
 * @throws never
 * @example
 * import { withPolicy } from "consentry/policy";
 *
 * const options = { controller: { name: "Acme BV" } };
 * const handler = () => new Response("<!doctype html>");
 * export default { fetch: withPolicy(handler, options, { policy: "default-src 'self'" }) };
 */
export function withPolicy<Rest extends unknown[]>(
  handler: Handler<Rest>,
  options: Options,
  base: BaseFor<Request> = {},
): (request: Request, ...rest: Rest) => Promise<Response> {
  const cover = typeof base == "function" ? null : createCover(options, base);
  return async (request, ...rest) => {
    const answer = await handler(request, ...rest);
    const covers =
      cover ?? createCover(options, (base as (request: Request) => PolicyBase)(request));
    return coverResponse(request, answer, covers);
  };
}

/** The same answer with the headers that cover it. */
export function coverResponse(
  request: Request,
  answer: Response,
  cover: ReturnType<typeof createCover>,
): Response {
  // What was fetched from elsewhere has headers that cannot be set, and a redirect has no document.
  if (answer.status == 101 || (answer.status >= 300 && answer.status < 304)) return answer;
  const headers = new Headers(answer.headers);
  const { headers: asked } = request;
  const bag = webBag(headers);
  cover({ cookie: asked.get("cookie"), destination: asked.get("sec-fetch-dest") }, bag);
  const { status, statusText } = answer;
  return new Response(answer.body, { status, statusText, headers });
}
