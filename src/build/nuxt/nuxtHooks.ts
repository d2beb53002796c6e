/** What the module for Nuxt answers to Nuxt's hooks. */
import { nuxtComponent } from "./nuxtFiles.ts";

/** As much of Nitro's configuration as is used. */
export interface NitroConfig {
  virtual?: Record<string, string | (() => string)>;
  plugins?: string[];
  imports?: { imports?: object[] } | false;
  externals?: { inline?: unknown[] };
}

/** A file of the app's build, as Nuxt lists those that a page may fetch. */
interface Built {
  src?: string;
  prefetch?: boolean;
}

/** Answers that are the same for every site, by the hook. */
export const NUXT_HOOKS: Readonly<Record<string, (given: never) => void>> = {
  "prepare:types"(types: { references: object[]; nodeReferences?: object[] }) {
    for (const list of [types.references, types.nodeReferences]) {
      list?.push({ path: "types/consentry.d.ts" });
    }
  },
  "imports:extend"(imports: object[]) {
    imports.push({ name: "useConsent", from: "consentry/vue" });
    for (const name of ["useConsentInstance", "useConsentTrigger"]) {
      imports.push({ name, from: "#build/consentry/app.mjs" });
    }
  },
  "components:extend"(components: object[]) {
    components.push(nuxtComponent("Consented"), nuxtComponent("ConsentSettings"));
  },
  "build:manifest"(manifest: Record<string, Built>) {
    // Nuxt fetches ahead what a page may import: here what most visits never need.
    for (const one of Object.values(manifest)) {
      if (one.src?.includes("/consentry/dist/")) one.prefetch = false;
    }
  },
};

/** Puts a plugin into Nitro, and what handlers may import. */
export function addToNitro(nitro: NitroConfig, file: string, code: string): void {
  (nitro.virtual ??= {})[file] = code;
  (nitro.plugins ??= []).push(file);
  ((nitro.externals ??= {}).inline ??= []).push("consentry");
  const { imports } = nitro;
  const found = { name: "readConsent", from: "consentry/nuxt/server" };
  if (imports !== false)
    nitro.imports = { ...imports, imports: [...(imports?.imports ?? []), found] };
}
