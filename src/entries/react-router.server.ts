/** The entry point `consentry/react-router/server`, for React Router 7 and later in Node.js: what a request permits, what its page holds, the policy. */
import type { PageTexts } from "../adapters/reactPage.ts";
import { createPageServer, type ConsentServerOptions } from "./pageServer.ts";
import type { SiteConfig } from "./server.node.ts";
import type { ServerConsent } from "./server.ts";

export type { PageTexts } from "../adapters/reactPage.ts";
export type { ConsentServerOptions } from "./pageServer.ts";
export type { ServerConsent } from "./server.ts";
export type { SiteConfig } from "./server.node.ts";

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
  options: ConsentServerOptions = {},
): ConsentServer {
  const { read, page } = createPageServer(config, options);
  return {
    read,
    async page(request, headers) {
      const { texts, seal } = await page(request);
      seal(headers);
      return texts;
    },
  };
}
