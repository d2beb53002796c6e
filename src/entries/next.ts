/** The entry point `consentry/next`, for Next.js 15 and later: server components, what a request permits, the policy, the hooks. */
import type { UsualCategory } from "../core/config/ids.ts";
import type { Known, Options } from "../core/config/options.ts";
import { createCover } from "../policy/server/createCover.ts";
import { webBag } from "../policy/server/webBag.ts";
import type { PolicyBase } from "../policy/policyBase.ts";
import { readConsent as readHeader, type ServerConsent } from "./server.ts";

export {
  ConsentBanner,
  ConsentHead,
  type ConsentBannerProps,
  type ConsentHeadProps,
} from "../adapters/next.ts";
export {
  Consented,
  ConsentProvider,
  ConsentSettings,
  useConsent,
  type ConsentedProps,
  type ConsentProviderProps,
  type ConsentSettingsProps,
  type ConsentView,
} from "../adapters/react.ts";
export type { ServerConsent } from "./server.ts";

const CSP = "content-security-policy";

/** As much of `headers()` as is used. */
export type NextHeaders = Pick<Headers, "get">;

/**
 * What the visitor who asks has permitted. It takes `await headers()` and not `await cookies()`, because that
 * keeps one of two cookies with the same name, and two of ours count as none.
 *
 * @param headers those of the request
 * @param options those of the page
 * @throws where it is given `cookies()`, or `headers()` without `await`; a cookie that cannot be read counts as none
 *
 * @example
 * import { readConsent } from "consentry/next";
 *
 * const options = { controller: { name: "Acme BV" } };
 * export const initialOf = (headers: Headers) => readConsent(headers, options).state;
 */
export function readConsent<
  Category extends string = UsualCategory,
  ServiceId extends string = never,
  Named extends string = never,
>(
  headers: NextHeaders,
  options: Options<Category, ServiceId, Named> & Known<NoInfer<Category>, NoInfer<Named>>,
): ServerConsent<Category, ServiceId> {
  // The store of `cookies()` has `get` as well, and would say of everybody that they have not decided.
  if (typeof headers?.get != "function" || "getAll" in headers) {
    throw new Error(
      "consentry/next: readConsent takes the request's headers. Write readConsent(await headers(), options), with headers of next/headers.",
    );
  }
  return readHeader(headers.get("cookie"), options);
}

/**
 * For `proxy.ts` (or `middleware.ts`): gives each document the policy that its visitor's consent makes, with a
 * nonce of its own, which Next.js puts on its scripts and a layout reads as `x-nonce`.
 *
 * @param options those of the page, services as a list
 * @param baseFor what the policy holds beside consent, for a `nonce`. Default: the nonce alone
 * @returns takes the request's headers and what makes the answer: `NextResponse.next`
 * @throws never
 *
 * @example
 * import { nextPolicy } from "consentry/next";
 *
 * const cover = nextPolicy({ controller: { name: "Acme BV" } });
 * const next = (headers: Headers) => new Response(null, { headers });
 * export const proxy = (request: Request) => cover(request.headers, next);
 */
export function nextPolicy(
  options: Options,
  baseFor: (nonce: string) => PolicyBase = (nonce) => ({ nonce }),
): <Answer extends { headers: Headers }>(
  asked: Headers,
  next: (headers: Headers) => Answer,
) => Answer {
  return (asked, next) => {
    const nonce = btoa(crypto.randomUUID());
    const made = new Headers();
    const bag = webBag(made);
    const cover = createCover(options, { nonce, ...baseFor(nonce) });
    cover({ cookie: asked.get("cookie"), destination: asked.get("sec-fetch-dest") }, bag);
    const headers = new Headers(asked);
    headers.set("x-nonce", nonce);
    // Next.js takes its nonce from the first `script-src` of the answer's policy; in which order policies stand
    // means nothing to a browser (CSP3 2.2.2).
    const policies = (made.get(CSP) ?? "").split(", ");
    const isNonced = (text: string): boolean => text.includes(`'nonce-${nonce}'`);
    policies.sort((a, b) => Number(isNonced(b)) - Number(isNonced(a)));
    if (made.has(CSP)) made.set(CSP, policies.join(", "));
    const answer = next(headers);
    for (const [name, value] of made) answer.headers.set(name, value);
    return answer;
  };
}
