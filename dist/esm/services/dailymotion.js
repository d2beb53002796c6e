import { defineService } from './kit/defineService.js';
import { items } from './kit/items.js';

function dailymotion(options) {
  return defineService(
    {
      id: "dailymotion",
      name: "Dailymotion",
      category: "marketing",
      purpose: "video",
      provider: { name: "Dailymotion SA", country: "FR" },
      transfer: ["US"],
      privacyUrl: "https://legal.dailymotion.com/en/privacy-policy/",
      hosts: ["*.dailymotion.com", "*.dmcdn.net", "*.dm-event.net", "imasdk.googleapis.com"],
      storage: [
        ...items("cookie", "visitor", "13 months", ["v1st_dm", "uid_dm"]),
        ...items("cookie", "visitor", "13 months", ["v1st", "ts", "dmvk", "usprivacy", "dmaid"], {
          party: "third"
        }),
        ...items("cookie", "session", "10 hours", ["client_token"], { party: "third" })
      ],
      silencedBy: "revoke"
    },
    options
  );
}

export { dailymotion, dailymotion as default };
