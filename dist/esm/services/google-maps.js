import { defineService } from './kit/defineService.js';
import { google } from './kit/google.js';
import { items } from './kit/items.js';

function googleMaps(options) {
  return defineService(
    {
      id: "google-maps",
      name: "Google Maps",
      category: "functional",
      purpose: "map",
      ...google,
      hosts: [
        "www.google.com",
        "maps.google.com",
        "maps.googleapis.com",
        "maps.gstatic.com",
        "*.googleapis.com",
        "fonts.gstatic.com"
      ],
      storage: [
        ...items("cookie", "preferences", "6 months", ["NID"], { party: "third" }),
        ...items("cookie", "security", "6 months", ["AEC"], { party: "third" }),
        ...items("cookie", "consent", "13 months", ["SOCS"], { party: "third" }),
        ...items("cookie", "preferences", "2 months", ["OGP", "OGPC", "OTZ", "1P_JAR"], {
          party: "third"
        })
      ],
      silencedBy: "revoke"
    },
    options
  );
}

export { googleMaps as default, googleMaps };
