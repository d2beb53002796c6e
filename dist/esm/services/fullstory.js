import { defineService } from './kit/defineService.js';
import { invoke } from './kit/invoke.js';
import { items } from './kit/items.js';

function fullstory(options) {
  return defineService(
    {
      id: "fullstory",
      name: "FullStory",
      category: "performance",
      purpose: "recording",
      provider: { name: "FullStory, Inc.", country: "US" },
      transfer: ["US"],
      privacyUrl: "https://www.fullstory.com/legal/privacy-policy/",
      hosts: ["*.fullstory.com"],
      storage: [
        ...items("cookie", "visitor", "1 year", ["fs_uid", "fs_cid"]),
        ...items("cookie", "session", "30 minutes", ["fs_lua"]),
        ...items("localStorage", "state", "persistent", ["fs_*", "_fs_*"]),
        ...items("sessionStorage", "state", "session", ["fs_*", "_fs_*"])
      ]
    },
    options,
    () => ({
      grant({ window }) {
        invoke(window, "FS", "start");
      },
      revoke({ window }) {
        invoke(window, "FS", "shutdown");
      },
      silencedBy: "revoke"
    })
  );
}

export { fullstory as default, fullstory };
