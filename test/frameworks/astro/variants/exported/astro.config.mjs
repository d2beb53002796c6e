import { defineConfig } from "astro/config";
import consentry from "consentry/astro";
import { options } from "./consent.config.mjs";

export default defineConfig({
  security: {
    csp: {
      scriptDirective: {
        resources: [
          "'self'",
          "https://stats.vendor.test",
          "https://static.hotjar.com",
          "https://script.hotjar.com",
        ],
      },
    },
  },
  integrations: [consentry({ config: options, languages: ["en", "nl"] })],
});
