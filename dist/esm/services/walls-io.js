import { defineService } from './kit/defineService.js';
import { items } from './kit/items.js';

function wallsIo(options) {
  return defineService(
    {
      id: "walls-io",
      name: "Walls.io",
      category: "functional",
      purpose: "social",
      provider: { name: "Walls.io GmbH", country: "AT" },
      privacyUrl: "https://walls.io/privacy",
      hosts: ["walls.io", "*.walls.io"],
      storage: [
        ...items("cookie", "visitor", "13 months", ["_pk_id*"], { party: "third" }),
        ...items("cookie", "session", "30 minutes", ["_pk_ses*"], { party: "third" }),
        ...items("cookie", "campaign", "6 months", ["_pk_ref*"], { party: "third" })
      ],
      silencedBy: "revoke"
    },
    options
  );
}

export { wallsIo as default, wallsIo };
