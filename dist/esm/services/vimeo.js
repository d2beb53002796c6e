import { defineService } from './kit/defineService.js';
import { items } from './kit/items.js';

function vimeo(options) {
  return defineService(
    {
      id: "vimeo",
      name: "Vimeo",
      category: "functional",
      purpose: "video",
      provider: { name: "Vimeo.com, Inc.", country: "US" },
      transfer: ["US"],
      privacyUrl: "https://vimeo.com/privacy",
      hosts: ["player.vimeo.com", "vimeo.com", "*.vimeocdn.com", "*.vimeo.com"],
      storage: [
        ...items("cookie", "visitor", "2 years", ["vuid"], { party: "third" }),
        ...items("cookie", "preferences", "1 year", ["player"], { party: "third" }),
        ...items(
          "cookie",
          "security",
          "1 year",
          ["player_clearance", "cf_clearance", "__cf_bm", "_cfuvid"],
          { party: "third" }
        ),
        ...items("localStorage", "preferences", "persistent", ["sync_*", "vimeo*"], {
          party: "third"
        })
      ],
      silencedBy: "revoke"
    },
    options
  );
}

export { vimeo as default, vimeo };
