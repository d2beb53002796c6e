/** The entry point `consentry/sveltekit`: a `handle` hook for SvelteKit 2 and later, in Node.js. */
import { serverOptions } from "../build/site/serverOptions.ts";
import { placeBanner } from "../build/vite/placeBanner.ts";
import { placeHead } from "../build/vite/placeHead.ts";
import { headFor } from "../core/choice/headFor.ts";
import type { Options } from "../core/config/options.ts";
import type { PolicyBase } from "../policy/policyBase.ts";
import { admitScript } from "../policy/server/admitScript.ts";
import { createCover } from "../policy/server/createCover.ts";
import { privateHeaders } from "../policy/server/privateHeaders.ts";
import { webBag } from "../policy/server/webBag.ts";
import { readConsent, renderBanner, renderHead, type SiteConfig } from "./server.node.ts";

export type { SiteConfig } from "./server.node.ts";
export type { ServerConsent } from "./server.ts";

/** As much of SvelteKit's event as is used. */
export interface KitEvent {
  /** What was asked. */
  request: Request;
  /** Where `load` functions and endpoints find `consent`. */
  locals: object;
}

/** As much of what SvelteKit hands to `handle` as is used. */
export interface KitInput<Event extends KitEvent> {
  /** The request, and what is known of it. */
  event: Event;
  /** Answers it. */
  resolve(
    event: Event,
    options: { transformPageChunk(chunk: { html: string }): Promise<string> },
  ): Response | Promise<Response>;
}

const CSP = "content-security-policy";
/** Requests that a hook answers. */
const answered = new WeakSet<object>();
/** SvelteKit writes its nonce as the first attribute of its own script, and tells it in no other way. */
const NONCE = /<script nonce="([\w+/=-]+)"/;

/**
 * A `handle` hook: it puts the head into each page, and the banner for who has to be asked, with SvelteKit's own nonce or, where there is none, a hash in the policy of `kit.csp`.
 * `event.locals.consent` is what the visitor's cookie permits, and no page gets into a shared cache. With
 * `policy`, documents get the policy that their visitor's consent makes too.
 *
 * @param config what a page takes by `data-config`, or the options of `createConsent`
 * @param policy what the policy from consent holds beside it. Default: no such policy
 * @returns a hook as SvelteKit takes it; first in `sequence`
 * @throws never; the hook throws where the configuration has a mistake: its code and sentence
 *
 * @example
 * import { consentHandle } from "consentry/sveltekit";
 *
 * const options = { controller: { name: "Acme BV" }, categories: ["marketing"] };
 * export const handle = consentHandle(options);
 */
export function consentHandle(
  config: SiteConfig,
  policy?: PolicyBase,
): <Event extends KitEvent>(input: KitInput<Event>) => Promise<Response> {
  let read: Promise<Options> | undefined;
  return async ({ event, resolve }) => {
    if (answered.has(event)) {
      throw new Error(
        "consentry/sveltekit: two hooks of consentHandle answer one request. Call one of them for each: consentHandle(options, policy).",
      );
    }
    answered.add(event);
    const options = await (read ??= serverOptions(config));
    const cookie = event.request.headers.get("cookie");
    const consent = readConsent(cookie, options);
    const { state } = consent;
    Object.assign(event.locals, { consent });
    let base: PolicyBase = { inline: "all" };
    let hash = "";
    const answer = await resolve(event, {
      async transformPageChunk({ html }) {
        if (!/<head[\s>]/i.test(html)) return html;
        const [, nonce] = NONCE.exec(html) ?? [];
        if (nonce) base = { nonce };
        const head = await renderHead(config, { ...(nonce && { nonce }), banner: true, state });
        hash = head.hash;
        if (headFor(state) != "asks") return placeHead(html, head.html);
        return placeBanner(placeHead(html, head.html), (language = "") =>
          // A page in a language that we do not have is shown in the site's own.
          renderBanner(config, { language }).catch(() => renderBanner(config)),
        );
      },
    });
    const { status, statusText, body } = answer;
    if (status >= 300 && status < 304) return answer;
    const headers = new Headers(answer.headers);
    const bag = webBag(headers);
    for (const name of hash ? [CSP, `${CSP}-report-only`] : []) {
      const text = headers.get(name);
      if (text) headers.set(name, admitScript(text, hash, base.nonce));
    }
    if (policy) {
      // By it SvelteKit answers 304, after which a browser keeps the policy of the consent before (RFC 9111 3.2).
      headers.delete("etag");
      const destination = event.request.headers.get("sec-fetch-dest");
      createCover(options, { ...base, ...policy })({ cookie, destination }, bag);
    } else if (/^text\/html\b/i.test(headers.get("content-type") ?? "")) privateHeaders(bag);
    return new Response(body, { status, statusText, headers });
  };
}
