import { defineService } from './kit/defineService.js';
import { items } from './kit/items.js';

function openstreetmap(options) {
  return defineService(
    {
      id: "openstreetmap",
      name: "OpenStreetMap",
      category: "functional",
      purpose: "map",
      provider: { name: "OpenStreetMap Foundation", country: "GB" },
      transfer: ["GB"],
      privacyUrl: "https://osmfoundation.org/wiki/Privacy_Policy",
      hosts: [
        "www.openstreetmap.org",
        "tile.openstreetmap.org",
        "*.tile.openstreetmap.org",
        "nominatim.openstreetmap.org"
      ],
      storage: [
        ...items("cookie", "session", "session", ["_osm_session"], { party: "third" }),
        ...items("cookie", "preferences", "1 year", ["_osm_*"], { party: "third" }),
        ...items("cookie", "visitor", "13 months", ["_pk_id*", "_pk_ses*"], { party: "third" })
      ],
      silencedBy: "revoke"
    },
    options
  );
}

export { openstreetmap as default, openstreetmap };
