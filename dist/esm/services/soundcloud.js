import { defineService } from './kit/defineService.js';
import { items } from './kit/items.js';

function soundcloud(options) {
  return defineService(
    {
      id: "soundcloud",
      name: "SoundCloud",
      category: "functional",
      purpose: "audio",
      provider: { name: "SoundCloud Global Limited & Co. KG", country: "DE" },
      transfer: ["US"],
      privacyUrl: "https://soundcloud.com/pages/privacy",
      hosts: ["w.soundcloud.com", "*.soundcloud.com", "*.sndcdn.com"],
      storage: [
        ...items("cookie", "visitor", "10 years", ["sc_anonymous_id"], { party: "third" }),
        ...items("cookie", "session", "1 year", ["_soundcloud_session", "sclocale"], {
          party: "third"
        }),
        ...items("localStorage", "state", "persistent", ["WIDGET*", "V2::*"], { party: "third" })
      ],
      silencedBy: "revoke"
    },
    options
  );
}

export { soundcloud as default, soundcloud };
