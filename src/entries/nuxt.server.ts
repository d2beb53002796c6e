/** The entry point `consentry/nuxt/server`: what the module puts into Nitro. On every host of Nitro's: it reads no file. */
import { NOTHING } from "../adapters/consentView.ts";
import { placeBanner, placeHead, type NuxtHtml } from "../build/nuxt/placeInPage.ts";
import { headFor, type HeadForm } from "../core/choice/headFor.ts";
import { permits } from "../core/choice/permits.ts";
import type { Options } from "../core/config/options.ts";
import type { PolicyBase } from "../policy/policyBase.ts";
import { createCover } from "../policy/server/createCover.ts";
import { bagOf, type NodeRequest, type NodeResponse } from "../policy/server/nodePolicy.ts";
import { privateHeaders } from "../policy/server/privateHeaders.ts";
import { readConsent as readCookie, type ServerConsent } from "./server.ts";

/** As much of an event of h3 as is used. */
export interface NuxtEvent {
  /** What was asked, and the answer. */
  node: { req: NodeRequest; res: NodeResponse };
  /** What handlers keep of a request. */
  context: object;
}

/** As much of Nitro as is used. */
export interface NitroLike {
  /** Calls who asks. */
  hooks: { hook(name: string, listener: (...given: never[]) => void): unknown };
}

/** What the module has built. */
export interface NuxtServerSite {
  /** The head's script in its forms. */
  heads: Readonly<Record<HeadForm, string>>;
  /** Languages and the banner in each, the usual one first. */
  banners: readonly (readonly [language: string, html: string])[];
  /** What the policy from consent holds beside it; false: no such policy. */
  policy: PolicyBase | false;
  /** Those of the page, services as a list. */
  options: Options;
  /** Whether the site is being built. */
  isBuilt: boolean;
  /** Rules of the route that `event` is for. */
  rulesOf(event: never): object;
}

/** As much of a route's rules as is used. */
interface Rules {
  cache?: unknown;
  isr?: unknown;
  prerender?: unknown;
  consentry?: { policy?: PolicyBase | false };
}
type Reader = (event: NuxtEvent) => ServerConsent | undefined;

/** A page that is kept for everybody holds nothing of a visitor. */
const NOBODY: ServerConsent = { state: NOTHING, permits: (ids) => permits(NOTHING, ids) };

/**
 * What the visitor who asks permits. On a route that is cached, rendered ahead or built for everybody nothing is permitted,
 * to anyone.
 *
 * @param event h3's, in a handler or middleware of your server
 * @throws never: a cookie that cannot be read counts as none
 *
 * @example
 * import { readConsent, type NuxtEvent } from "consentry/nuxt/server";
 *
 * export const film = (event: NuxtEvent): string =>
 *   readConsent(event).permits("youtube") ? "film" : "none";
 */
export function readConsent(event: NuxtEvent): ServerConsent {
  return (event.context as { consentry?: Reader }).consentry?.(event) ?? NOBODY;
}

/**
 * Nitro's plugin, which the module adds by itself.
 *
 * @param nitro the server
 * @param site what was built
 * @throws never
 *
 * @example
 * import { consentServer, type NitroLike } from "consentry/nuxt/server";
 *
 * export default (nitro: NitroLike): void =>
 *   consentServer(nitro, {
 *     heads: { asks: "", decided: "", refused: "" },
 *     banners: [["en", ""]],
 *     policy: false,
 *     options: { controller: { name: "Acme BV" } },
 *     isBuilt: false,
 *     rulesOf: () => ({}),
 *   });
 */
export function consentServer({ hooks }: NitroLike, site: NuxtServerSite): void {
  const { options, isBuilt } = site;
  const rulesOf = (event: NuxtEvent): Rules => site.rulesOf(event as never);
  const consentOf: Reader = (event) => {
    const { cache, isr, prerender } = rulesOf(event);
    if (isBuilt || cache || isr || prerender) return undefined;
    return readCookie(String(event.node.req.headers["cookie"] ?? ""), options);
  };
  const personal = new WeakSet<NodeResponse>();
  hooks.hook("request", ({ context }: NuxtEvent) => {
    Object.assign(context, { consentry: consentOf });
  });
  hooks.hook("render:html", (html: NuxtHtml, { event }: { event: NuxtEvent }) => {
    const consent = consentOf(event);
    if (consent) personal.add(event.node.res);
    // Who has answered gets no banner, and no code for it: both would only weigh.
    const form = headFor(consent?.state);
    placeHead(html, site.heads[form]);
    if (form == "asks") placeBanner(html, site.banners);
  });
  hooks.hook("beforeResponse", (event: NuxtEvent) => {
    const { req, res } = event.node;
    const bag = bagOf(res);
    const policy = rulesOf(event).consentry?.policy ?? site.policy;
    if (personal.has(res)) privateHeaders(bag);
    if (!policy || isBuilt || (res.statusCode >= 300 && res.statusCode < 304)) return;
    const { nonce } = (event.context as { security?: { nonce?: string } }).security ?? {};
    const own: PolicyBase = nonce ? { nonce } : { inline: "all" };
    const asked = (name: string): string | null => req.headers[name]?.toString() ?? null;
    createCover(options, { ...own, ...policy })(
      { cookie: asked("cookie"), destination: asked("sec-fetch-dest") },
      bag,
    );
  });
}
