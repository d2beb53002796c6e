/** The entry point `consentry/next/config`: puts head and banner into a build of Next.js. */
import { writeHeads } from "../build/inline/writeHeads.ts";
import { readSite } from "../build/site/readSite.ts";
import { renderBanner, type SiteConfig } from "./server.node.ts";

/** What is put into the build. */
export interface WithConsentryOptions {
  /** What a page takes by `data-config`: the options that your app hands to `createConsent`. */
  config: SiteConfig;
  /** Languages of the banner (BCP 47), the usual one first. Default: that of the configuration, else English. */
  languages?: readonly string[];
}

/** As much of a configuration of Next.js as is used. */
export interface NextConfigLike {
  /** What Next.js puts in place of `process.env.NAME`. Default: nothing. */
  env?: Record<string, string | undefined>;
  /** Packages that it puts into the build. Default: none but those of the app router. */
  transpilePackages?: readonly string[];
}

/**
 * A configuration of Next.js that is made for a phase of its work, as Next.js calls it.
 *
 * @param phase what Next.js does: `phase-production-build` …
 * @param context what it has by itself
 */
export type NextConfigMaker<Config extends object> = (
  phase: string,
  context: { defaultConfig: Config },
) => Config | Promise<Config>;

/**
 * Wraps the configuration of Next.js, so that `ConsentHead` and `ConsentBanner` of `consentry/next` have what they
 * show. Outermost, because it gives a function, as Next.js takes it.
 *
 * @param next your configuration, or a function that makes it
 * @param options the options of the page, and languages
 * @returns a configuration as Next.js takes it
 * @throws never; the build ends where the configuration has a mistake: its code and sentence
 *
 * @example
 * import { withConsentry } from "consentry/next/config";
 *
 * const options = { controller: { name: "Acme BV" }, categories: ["marketing"] };
 * export default withConsentry({}, { config: options, languages: ["en", "nl"] });
 */
export function withConsentry<Config extends object>(
  next: NextConfigMaker<Config>,
  options: WithConsentryOptions,
): NextConfigMaker<Config>;
export function withConsentry<Config extends object>(
  next: Config & NextConfigLike,
  options: WithConsentryOptions,
): () => Promise<Config>;
export function withConsentry<Config extends object>(
  next: (Config & NextConfigLike) | NextConfigMaker<Config>,
  options: WithConsentryOptions,
): NextConfigMaker<Config> {
  return async (phase, context) => {
    const { config, languages = [""] } = options ?? {};
    if (!config) {
      throw new Error(
        "consentry/next/config: the options are missing. Hand them in behind your configuration: withConsentry(nextConfig, { config: options }).",
      );
    }
    const own: Config & NextConfigLike =
      typeof next == "function" ? await next(phase, context) : next;
    const { asks, decided, refused } = writeHeads(await readSite(config));
    const banners = await Promise.all(
      languages.map(async (language) => [language, await renderBanner(config, { language })]),
    );
    return {
      ...own,
      // The pages router leaves packages outside its build, where nothing is put in place of their `process.env`.
      transpilePackages: [...(own.transpilePackages ?? []), "consentry"],
      env: {
        ...own.env,
        CONSENTRY_HEAD: asks,
        CONSENTRY_HEAD_DECIDED: decided,
        CONSENTRY_HEAD_REFUSED: refused,
        CONSENTRY_BANNERS: JSON.stringify(Object.fromEntries(banners)),
      },
    };
  };
}
