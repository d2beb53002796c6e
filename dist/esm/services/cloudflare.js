import { defineService } from './kit/defineService.js';
import { items } from './kit/items.js';

function cloudflare(options) {
  return defineService(
    {
      id: "cloudflare",
      name: "Cloudflare",
      category: "necessary",
      reason: "Delivers this site and keeps attacks and bots away from it.",
      purpose: "delivery",
      provider: { name: "Cloudflare, Inc.", country: "US" },
      transfer: ["US"],
      privacyUrl: "https://www.cloudflare.com/privacypolicy/",
      hosts: [],
      storage: [
        ...items("cookie", "security", "30 minutes", ["__cf_bm"], { keep: true, httpOnly: true }),
        ...items("cookie", "security", "1 year", ["cf_clearance"], { keep: true, httpOnly: true }),
        ...items("cookie", "security", "session", ["_cfuvid", "__cfruid", "__cfseq"], {
          keep: true,
          httpOnly: true
        }),
        ...items("cookie", "delivery", "24 hours", ["__cflb"], { keep: true, httpOnly: true }),
        ...items("cookie", "delivery", "session", ["__cfwaitingroom"], {
          keep: true,
          httpOnly: true
        }),
        ...items("cookie", "security", "1 hour", ["cf_chl_*", "cf_ob_info", "cf_use_ob"], {
          keep: true
        })
      ]
    },
    options
  );
}

export { cloudflare, cloudflare as default };
