/** What the server parts for React's frameworks share: what a request permits, what its page holds, the policy. In Node.js. */
import type { PageTexts } from "../adapters/reactPage.ts";
import { serverOptions } from "../build/site/serverOptions.ts";
import { headFor } from "../core/choice/headFor.ts";
import type { Options } from "../core/config/options.ts";
import type { PolicyBase } from "../policy/policyBase.ts";
import { createCover } from "../policy/server/createCover.ts";
import { privateHeaders } from "../policy/server/privateHeaders.ts";
import { webBag } from "../policy/server/webBag.ts";
import { readConsent, renderBanner, renderHead, type SiteConfig } from "./server.node.ts";
import type { ServerConsent } from "./server.ts";

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

/** A page about to be rendered. */
export interface PageAnswer {
  /** What it is rendered with. */
  texts: PageTexts;
  /** Puts into its headers that no shared cache keeps it, and the policy from consent beside one that stands there. */
  seal(headers: Headers): void;
}

/** What a server part is made of. */
export interface PageServer {
  /** What the visitor who sent the `request` has permitted. */
  read(request: Request): Promise<ServerConsent>;
  /** The page that answers a `request`. */
  page(request: Request): Promise<PageAnswer>;
}

/** Makes a server part; both functions throw where the configuration has a mistake: its code and sentence. */
export function createPageServer(
  config: SiteConfig,
  { languages = [""], policy }: ConsentServerOptions = {},
): PageServer {
  let made: Promise<Options> | undefined;
  const options = (): Promise<Options> => (made ??= serverOptions(config));
  const read = async ({ headers }: Request): Promise<ServerConsent> =>
    readConsent(headers.get("cookie"), await options());
  return {
    read,
    async page(request) {
      const nonce = btoa(crypto.randomUUID());
      const base = policy?.(nonce, request);
      const cover = base && createCover(await options(), base);
      const asked = (name: string): string | null => request.headers.get(name);
      const seal = (headers: Headers): void => {
        const bag = webBag(headers);
        cover?.({ cookie: asked("cookie"), destination: asked("sec-fetch-dest") }, bag);
        privateHeaders(bag);
      };
      const { state } = await read(request);
      const { html } = await renderHead(config, { banner: true, state });
      const head = html.replace(/^<script>|<\/script>$/g, "");
      if (headFor(state) != "asks") return { texts: { head, nonce }, seal };
      const banners = await Promise.all(
        languages.map(async (language) => [language, await renderBanner(config, { language })]),
      );
      const texts = { head, banners: Object.fromEntries(banners) as Record<string, string>, nonce };
      return { texts, seal };
    },
  };
}
