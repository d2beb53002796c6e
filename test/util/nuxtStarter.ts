import { writeFiles } from "./writeFiles.ts";

/** What Nuxt's own tool fetches from its repository: `minimal`. */
export const NUXT: Readonly<Record<"package.json" | "tsconfig.json" | "nuxt.config.ts", string>> = {
  "package.json": JSON.stringify({ type: "module", dependencies: { nuxt: "^4.5.2" } }),
  "tsconfig.json": '{ "files": [], "references": [] }\n',
  "nuxt.config.ts": `// https://nuxt.com/docs/api/configuration/nuxt-config
export default defineNuxtConfig({
  compatibilityDate: '2025-07-15',
  devtools: { enabled: true }
})
`,
};

/** Makes that app in an empty folder, with the page that it shows. */
export function writeNuxtStarter(folder: string): void {
  const page =
    "<template>\n  <div>\n    <NuxtRouteAnnouncer />\n    <NuxtWelcome />\n  </div>\n</template>\n";
  writeFiles(folder, { ...NUXT, "app/app.vue": page });
}
