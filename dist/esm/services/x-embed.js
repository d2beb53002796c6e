import { defineService } from './kit/defineService.js';
import { items } from './kit/items.js';

function xEmbed(options) {
  return defineService(
    {
      id: "x-embed",
      name: "X posts",
      category: "marketing",
      purpose: "social",
      provider: { name: "X Internet Unlimited Company", country: "IE" },
      transfer: ["US"],
      privacyUrl: "https://x.com/en/privacy",
      hosts: ["platform.twitter.com", "platform.x.com", "syndication.twitter.com", "*.twimg.com"],
      storage: [
        ...items(
          "cookie",
          "visitor",
          "2 years",
          ["guest_id", "guest_id_ads", "guest_id_marketing", "personalization_id", "muc_ads"],
          { party: "third" }
        ),
        ...items("cookie", "security", "6 hours", ["ct0", "gt"], { party: "third" }),
        ...items("localStorage", "state", "persistent", ["__widgetsettings"], { party: "third" })
      ]
    },
    options
  );
}

export { xEmbed as default, xEmbed };
