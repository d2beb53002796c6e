import { defineService } from './kit/defineService.js';
import { items } from './kit/items.js';

function spotify(options) {
  return defineService(
    {
      id: "spotify",
      name: "Spotify",
      category: "functional",
      purpose: "audio",
      provider: { name: "Spotify AB", country: "SE" },
      transfer: ["US"],
      privacyUrl: "https://www.spotify.com/legal/privacy-policy/",
      hosts: ["open.spotify.com", "*.spotifycdn.com", "*.scdn.co", "*.spotify.com"],
      storage: [
        ...items("cookie", "visitor", "1 year", ["sp_t"], { party: "third" }),
        ...items("cookie", "state", "1 day", ["sp_landing"], { party: "third" }),
        ...items("cookie", "testing", "session", ["sp_landingref", "sp_usid", "sp_m", "sp_ab"], {
          party: "third"
        }),
        ...items("localStorage", "state", "persistent", ["anonymous*", "ap-*", "es-*"], {
          party: "third"
        })
      ],
      silencedBy: "revoke"
    },
    options
  );
}

export { spotify as default, spotify };
