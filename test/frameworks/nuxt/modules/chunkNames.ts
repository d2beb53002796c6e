import { defineNuxtModule } from "nuxt/kit";

/** Pages are files that are named after them, so that a request says which page was fetched ahead. */
export default defineNuxtModule((_options, nuxt) => {
  nuxt.hook("vite:extendConfig", (config, { isClient }) => {
    const output = config.build?.rollupOptions?.output;
    if (isClient && output && !Array.isArray(output)) {
      output.chunkFileNames = "_nuxt/[name].[hash].js";
    }
  });
});
