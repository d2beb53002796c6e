import { defineService } from './kit/defineService.js';
import { loadScript } from './kit/loadScript.js';

function cloudflareWebAnalytics(options) {
  return defineService(
    {
      id: "cloudflare-web-analytics",
      name: "Cloudflare Web Analytics",
      category: "performance",
      purpose: "analytics",
      provider: { name: "Cloudflare, Inc.", country: "US" },
      transfer: ["US"],
      privacyUrl: "https://www.cloudflare.com/privacypolicy/",
      hosts: ["static.cloudflareinsights.com", "cloudflareinsights.com"],
      storage: []
    },
    options,
    (read) => {
      const token = read("id", /^[0-9a-f]{32}$/);
      return {
        load: token ? (context) => loadScript(context, "https://static.cloudflareinsights.com/beacon.min.js", {
          "data-cf-beacon": JSON.stringify({ token })
        }) : void 0
      };
    }
  );
}

export { cloudflareWebAnalytics, cloudflareWebAnalytics as default };
