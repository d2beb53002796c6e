import { defineService } from './kit/defineService.js';
import { items } from './kit/items.js';

function facebook(options) {
  return defineService(
    {
      id: "facebook",
      name: "Facebook",
      category: "marketing",
      purpose: "social",
      provider: { name: "Meta Platforms Ireland Limited", country: "IE" },
      transfer: ["US"],
      privacyUrl: "https://www.facebook.com/privacy/policy/",
      hosts: ["www.facebook.com", "connect.facebook.net", "*.fbcdn.net"],
      storage: [
        ...items("cookie", "state", "1 year", ["fblo_*"]),
        ...items("cookie", "session", "session", ["fbsr_*"]),
        ...items("cookie", "visitor", "13 months", ["datr", "sb", "fr", "xs", "c_user", "oo"], {
          party: "third"
        }),
        ...items("cookie", "preferences", "7 days", ["wd", "locale"], { party: "third" })
      ]
    },
    options
  );
}

export { facebook as default, facebook };
