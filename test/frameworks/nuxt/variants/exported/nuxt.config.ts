import { options } from "./consent.config";

export default defineNuxtConfig({
  compatibilityDate: "2026-11-01",
  modules: ["consentry/nuxt", "@nuxt/scripts", "nuxt-security"],
  consentry: { config: options, languages: ["en", "nl"] },
  app: { head: { htmlAttrs: { lang: "en" }, link: [{ rel: "icon", href: "data:," }] } },
  security: {
    rateLimiter: false,
    headers: {
      crossOriginEmbedderPolicy: false,
      contentSecurityPolicy: {
        "default-src": ["'self'"],
        "script-src": ["'self'", "'nonce-{{nonce}}'", "https://stats.vendor.test"],
        "style-src": ["'self'", "'unsafe-inline'"],
        "img-src": ["*", "data:"],
        "connect-src": ["*"],
        "frame-src": ["*"],
        "object-src": ["'none'"],
        "base-uri": ["'none'"],
      },
    },
  },
});
