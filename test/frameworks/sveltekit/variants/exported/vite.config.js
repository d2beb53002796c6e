import adapter from "@sveltejs/adapter-static";
import { sveltekit } from "@sveltejs/kit/vite";
import { defineConfig } from "vite";

export default defineConfig({
  plugins: [
    sveltekit({
      adapter: adapter({ fallback: "404.html" }),
      csp: {
        mode: "auto",
        directives: {
          "default-src": ["self"],
          "script-src": [
            "self",
            "https://stats.vendor.test",
            "https://static.hotjar.com",
            "https://script.hotjar.com",
          ],
          "style-src": ["self", "unsafe-inline"],
          "img-src": ["*", "data:"],
          "connect-src": ["*"],
          "frame-src": ["*"],
          "object-src": ["none"],
          "base-uri": ["none"],
        },
      },
    }),
  ],
});
