/** The entry point `consentry/nuxt`: a module for Nuxt 4. It uses hooks and options of Nuxt alone, and so needs no package of it. */
import { SiteError } from "../build/SiteError.ts";
import { writeBanner } from "../build/inline/writeBanner.ts";
import { writeHeads } from "../build/inline/writeHeads.ts";
import {
  nuxtApp,
  nuxtAppTypes,
  nuxtPlugin,
  nuxtServer,
  nuxtTypes,
} from "../build/nuxt/nuxtFiles.ts";
import { addToNitro, NUXT_HOOKS, type NitroConfig } from "../build/nuxt/nuxtHooks.ts";
import { findLanguage } from "../build/site/loadMessages.ts";
import { readSite } from "../build/site/readSite.ts";
import { writeInstance, writeServerOptions } from "../build/site/writeInstance.ts";
import type { PolicyBase } from "../policy/policyBase.ts";
import type { SiteConfig } from "./server.node.ts";

/** What the module is given, as `consentry` in `nuxt.config` or behind its name in `modules`. */
export interface NuxtOptions {
  /** What a page takes by `data-config`: services of the catalogue by their ids, and your own, without functions. */
  config: SiteConfig;
  /** Languages of your pages (BCP 47), the usual one first. Default: that of the configuration, else English. */
  languages?: readonly string[];
  /**
   * What the policy from consent holds beside it, for every page that has no other in `routeRules`
   * (`{ "/shop/**": { consentry: { policy: {} } } }`). Default: false, no such policy.
   */
  policy?: PolicyBase | false;
}

/** As much of Nuxt as is used. */
export interface NuxtLike {
  /** Its options. */
  options: {
    buildDir: string;
    modules: unknown[];
    build: { templates: object[] };
    plugins: unknown[];
  };
  /** Calls `listener` at the hook `name`. */
  hook(name: string, listener: (given: never) => void): unknown;
}

/** A module as Nuxt takes it. */
export interface NuxtModuleLike {
  (given: Partial<NuxtOptions> | undefined, nuxt: NuxtLike): Promise<void>;
  /** Under which name Nuxt keeps the module's options. */
  getMeta(): Promise<object>;
}

const INSTANCE = "consentry/instance.mjs";

async function consentry(given: Partial<NuxtOptions> | undefined, nuxt: NuxtLike): Promise<void> {
  const all = { ...(nuxt.options as { consentry?: NuxtOptions }).consentry, ...given };
  const { config, languages = [], policy = false } = all;
  // What Nuxt Scripts loads the gate does not see: only a page that loads again is without it.
  const ends = nuxt.options.modules.flat().includes("@nuxt/scripts") && { reload: "always" };
  const site = await readSite(config && { ...ends, ...config }).catch((error: unknown) => {
    throw error instanceof SiteError ? new Error(error.message) : error;
  });
  const tags = languages.map(findLanguage);
  const banners = await Promise.all(
    (tags.length ? tags : [""]).map(async (tag) => [tag, await writeBanner(site, tag)] as const),
  );
  const { templates } = nuxt.options.build;
  if (templates.some((one) => (one as { filename?: string }).filename == INSTANCE)) {
    throw new Error("consentry/nuxt: the module is listed twice. Remove one of the two.");
  }
  const template = (filename: string, text: string, write = false): void =>
    void templates.push({ filename, write, getContents: () => text });
  template(INSTANCE, writeInstance(site, tags));
  template("consentry/plugin.mjs", nuxtPlugin);
  template("consentry/app.mjs", nuxtApp);
  template("consentry/app.d.mts", nuxtAppTypes, true);
  template("types/consentry.d.ts", nuxtTypes, true);
  nuxt.options.plugins.unshift({ src: "#build/consentry/plugin.mjs", mode: "all" });
  for (const [name, answer] of Object.entries(NUXT_HOOKS)) nuxt.hook(name, answer);
  nuxt.hook("nitro:config", (nitro: NitroConfig) => {
    const code =
      nuxtServer({ heads: writeHeads(site), banners, policy }) + writeServerOptions(site);
    addToNitro(nitro, `${nuxt.options.buildDir}/consentry/server.mjs`, code);
  });
}

const getMeta = (): Promise<object> =>
  Promise.resolve({ name: "consentry", configKey: "consentry" });

/**
 * Puts head and banner into each page, starts the library in the browser, and imports `useConsent`, `useConsentTrigger`,
 * `<Consented>` and `<ConsentSettings>` for the app and `readConsent` for the server by themselves.
 *
 * @throws where the configuration has a mistake: its code and sentence, which ends the build
 *
 * @example
 * import type {} from "consentry/nuxt";
 *
 * const options = { controller: { name: "Acme BV" }, categories: ["marketing"] };
 * export default { modules: ["consentry/nuxt"], consentry: { config: options, languages: ["en"] } };
 */
const made: NuxtModuleLike = Object.assign(consentry, { getMeta });
export default made;
