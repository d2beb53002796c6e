import { options } from "./consent.config";

export default defineNuxtConfig({
  compatibilityDate: "2026-11-01",
  modules: ["consentry/nuxt", "@nuxt/scripts", "nuxt-security"],
  consentry: { config: options, languages: ["en", "nl"] },
  app: { head: { htmlAttrs: { lang: "en" }, link: [{ rel: "icon", href: "data:," }] } },
  routeRules: {
    "/built": { prerender: true },
    "/kept/**": { swr: 60 },
    // On this page no host is open that the visitor has not permitted, whatever is marked.
    "/hard": { consentry: { policy: {} } },
  },
  // Vue says where the two differ, down to attributes, also in what visitors get.
  vite: { define: { __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: "true" } },
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
