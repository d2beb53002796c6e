import { defineService } from './kit/defineService.js';
import { items } from './kit/items.js';
import { loadScript } from './kit/loadScript.js';

function intelliad(options) {
  return defineService(
    {
      id: "intelliad",
      name: "intelliAd",
      category: "marketing",
      purpose: "advertising",
      provider: { name: "intelliAd Media GmbH", country: "DE" },
      privacyUrl: "https://www.intelliad.de/datenschutz/",
      hosts: ["*.intelliad.de"],
      storage: [
        ...items("cookie", "visitor", "30 days", ["ia-*"]),
        ...items("cookie", "visitor", "10 days", ["ia_u4pc_*"]),
        ...items("cookie", "campaign", "30 minutes", ["ia_c4dc_*"]),
        ...items("cookie", "state", "5 minutes", ["ia_bncl_*"]),
        ...items("cookie", "optout", "persistent", ["ia_optout*"], { party: "third", keep: true })
      ]
    },
    options,
    (read) => {
      const id = read("id", /^\d{8,40}$/);
      if (!id) return {};
      return { load: (context) => loadScript(context, `https://t13.intelliad.de/cl/${id}.js`) };
    }
  );
}

export { intelliad as default, intelliad };
