import { defineService } from './kit/defineService.js';

function shortIo(options) {
  return defineService(
    {
      id: "short-io",
      name: "Short.io",
      category: "functional",
      purpose: "links",
      provider: { name: "Short.cm, Inc.", country: "US" },
      transfer: ["US"],
      privacyUrl: "https://short.io/privacy",
      hosts: ["short.io"],
      storage: [],
      silencedBy: "revoke"
    },
    options
  );
}

export { shortIo as default, shortIo };
