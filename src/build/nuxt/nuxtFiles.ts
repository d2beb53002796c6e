/** What the module for Nuxt puts into an app's build, as text. */
import type { HeadForm } from "../../core/choice/headFor.ts";

/** What a server has to put into pages. */
export interface NuxtSite {
  /** The head's script in its forms. */
  heads: Readonly<Record<HeadForm, string>>;
  /** Languages and the banner in each, the usual one first. */
  banners: readonly (readonly [language: string, html: string])[];
  /** What the policy from consent holds beside it; false: no such policy. */
  policy: object | false;
}

const lines = (...all: string[]): string => `${all.join("\n")}\n`;

/** The app's plugin. What the server rendered with comes to the browser in Nuxt's own payload. */
export const nuxtPlugin: string = lines(
  'import { defineNuxtPlugin, useRequestEvent, useState } from "#app";',
  'import { consentPlugin } from "consentry/vue";',
  'import { consent } from "#build/consentry/instance.mjs";',
  "export default defineNuxtPlugin({",
  '  name: "consentry",',
  '  enforce: "pre",',
  "  setup({ vueApp }) {",
  "    const event = useRequestEvent();",
  '    const state = useState("consentry", () => event?.context.consentry?.(event)?.state);',
  "    vueApp.use(consentPlugin(consent, state.value));",
  "    if (import.meta.client) consent.start();",
  "  },",
  "});",
);

/** What an app may import beside the adapter for Vue. A server waits for ever: it loads no script of a vendor's. */
export const nuxtApp: string = lines(
  'import { consent } from "#build/consentry/instance.mjs";',
  "export const useConsentInstance = () => consent;",
  "export const useConsentTrigger = (ids) => import.meta.server ? new Promise(() => {}) : consent.when(ids);",
);

/** Its types. */
export const nuxtAppTypes: string = lines(
  'import type { Consent } from "consentry";',
  "/** The instance that the module has made and started. */",
  "export declare const useConsentInstance: () => Consent;",
  "/** A trigger for Nuxt Scripts: kept when everything named is permitted, at once if it is. */",
  'export declare const useConsentTrigger: Consent["when"];',
);

/** What a site's TypeScript knows of route rules. */
export const nuxtTypes: string = lines(
  'import type { NuxtOptions } from "consentry/nuxt";',
  'type Rule = Pick<NuxtOptions, "policy">;',
  ...["nitropack", "nitropack/types"].map(
    (module) =>
      `declare module "${module}" { interface NitroRouteConfig { consentry?: Rule } interface NitroRouteRules { consentry?: Rule } }`,
  ),
);

/** Nitro's plugin. `options` are those of `writeServerOptions`, which stand below. */
export const nuxtServer = (site: NuxtSite): string =>
  lines(
    'import { getRouteRules } from "nitropack/runtime";',
    'import { consentServer } from "consentry/nuxt/server";',
    `const site = ${JSON.stringify(site)};`,
    "const isBuilt = !!import.meta.prerender;",
    "export default (nitro) => consentServer(nitro, { ...site, options, isBuilt, rulesOf: getRouteRules });",
  );

/** A component of the adapter for Vue, as Nuxt lists those that templates name without an import. */
export const nuxtComponent = (name: "Consented" | "ConsentSettings"): object => ({
  export: name,
  filePath: "consentry/vue",
  shortPath: "consentry/vue",
  chunkName: `components/${name}`,
  pascalName: name,
  kebabName: name.replace(/\B[A-Z]/g, "-$&").toLowerCase(),
  global: false,
  prefetch: false,
  preload: false,
  mode: "all",
  priority: 0,
  meta: {},
});
