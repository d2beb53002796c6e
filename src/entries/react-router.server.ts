/** The entry point `consentry/react-router/server`, for React Router 7 and later in Node.js: what a request permits, what its page holds, the policy. */
import type { PageTexts } from "../adapters/reactRouter.ts";
import { serverOptions } from "../build/site/serverOptions.ts";
import type { Options } from "../core/config/options.ts";
import type { PolicyBase } from "../policy/policyBase.ts";
import { createCover } from "../policy/server/createCover.ts";
import { privateHeaders } from "../policy/server/privateHeaders.ts";
import { readConsent, renderBanner, renderHead, type SiteConfig } from "./server.node.ts";
import type { ServerConsent } from "./server.ts";

export type { PageTexts } from "../adapters/reactRouter.ts";
export type { ServerConsent } from "./server.ts";
export type { SiteConfig } from "./server.node.ts";

/** What the server's part is given. */
export interface ConsentServerOptions {
  /** Languages of the banner (BCP 47), the usual one first. Default: that of the configuration, else English. */
  languages?: readonly string[];
  /**
   * What the policy from consent holds beside it: a function of this answer's `nonce` and the `request`, that gives
   * `{ nonce }` and what else there is, or undefined where a page gets none. Default: no page gets one.
   */
  policy?: (nonce: string, request: Request) => PolicyBase | undefined;
}

/** What an app asks on its server. */
export interface ConsentServer {
  /** What the visitor who sent the `request` has permitted: for loaders, actions and middleware. */
  read(request: Request): Promise<ServerConsent>;
  /**
   * What the page that answers a `request` is rendered with, for `ConsentPage`. It puts into `headers` that no shared cache
   * keeps the page, and the policy from consent where there is one, beside a policy that stands there already.
   */
  page(request: Request, headers: Headers): Promise<PageTexts>;
}

/**
 * The server's part of an app, for a module that the browser does not get (`app/consent.server.ts`).
 *
 * @param config what a page takes by `data-config`, or the options of `createConsent`
 * @param options languages, policy
 * @returns what loaders and `app/entry.server.tsx` ask; both functions throw where the configuration has a mistake: its
 *   code and sentence
 * @throws never
 *
 * @example
 * import { createConsentServer } from "consentry/react-router/server";
 *
 * const options = { controller: { name: "Acme BV" }, categories: ["marketing"] };
 * export const server = createConsentServer(options, { languages: ["en", "nl"] });
 * export const initialOf = async (request: Request) => (await server.read(request)).state;
 */
export function createConsentServer(
  config: SiteConfig,
  { languages = [""], policy }: ConsentServerOptions = {},
): ConsentServer {
  let made: Promise<Options> | undefined;
  const options = (): Promise<Options> => (made ??= serverOptions(config));
  const read = async ({ headers }: Request): Promise<ServerConsent> =>
    readConsent(headers.get("cookie"), await options());
  return {
    read,
    async page(request, headers) {
      const nonce = btoa(crypto.randomUUID());
      const bag = Object.assign(headers, { names: () => [...headers.keys()] });
      const base = policy?.(nonce, request);
      const asked = (name: string): string | null => request.headers.get(name);
      if (base) {
        const cover = createCover(await options(), base);
        cover({ cookie: asked("cookie"), destination: asked("sec-fetch-dest") }, bag);
      }
      privateHeaders(bag);
      const banner = (await read(request)).state.status == "undecided";
      const { html } = await renderHead(config, { banner });
      const head = html.replace(/^<script>|<\/script>$/g, "");
      if (!banner) return { head, nonce };
      const banners = await Promise.all(
        languages.map(async (language) => [language, await renderBanner(config, { language })]),
      );
      return { head, banners: Object.fromEntries(banners) as Record<string, string>, nonce };
    },
  };
}
