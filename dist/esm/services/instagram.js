import { defineService } from './kit/defineService.js';
import { items } from './kit/items.js';

function instagram(options) {
  return defineService(
    {
      id: "instagram",
      name: "Instagram",
      category: "marketing",
      purpose: "social",
      provider: { name: "Meta Platforms Ireland Limited", country: "IE" },
      transfer: ["US"],
      privacyUrl: "https://privacycenter.instagram.com/policy",
      hosts: [
        "www.instagram.com",
        "platform.instagram.com",
        "graph.instagram.com",
        "*.cdninstagram.com",
        "*.fbcdn.net"
      ],
      storage: [
        ...items(
          "cookie",
          "visitor",
          "13 months",
          ["mid", "ig_did", "ig_nrcb", "datr", "ds_user_id"],
          { party: "third" }
        ),
        ...items(
          "cookie",
          "session",
          "1 year",
          ["csrftoken", "sessionid", "shbid", "shbts", "rur"],
          { party: "third" }
        )
      ]
    },
    options
  );
}

export { instagram as default, instagram };
