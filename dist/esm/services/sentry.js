import { defineService } from './kit/defineService.js';
import { invoke } from './kit/invoke.js';
import { items } from './kit/items.js';
import { loadScript } from './kit/loadScript.js';

function sentry(options) {
  return defineService(
    {
      id: "sentry",
      name: "Sentry",
      category: "performance",
      purpose: "monitoring",
      provider: { name: "Functional Software, Inc.", country: "US" },
      transfer: ["US"],
      privacyUrl: "https://sentry.io/privacy/",
      hosts: [
        "*.sentry-cdn.com",
        "*.ingest.sentry.io",
        "*.ingest.us.sentry.io",
        "*.ingest.de.sentry.io"
      ],
      storage: [
        ...items("sessionStorage", "session", "session", [
          "sentryReplaySession",
          "sentry_previous_trace"
        ]),
        ...items("localStorage", "state", "persistent", ["sentry*"])
      ]
    },
    options,
    (read) => {
      const id = read("id", /^[0-9a-f]{32}$/);
      const host = read("region", /^(us|de)$/, "us") == "de" ? "js-de" : "js";
      return {
        load: id ? (context) => loadScript(context, `https://${host}.sentry-cdn.com/${id}.min.js`, {
          crossorigin: "anonymous"
        }) : void 0,
        revoke({ window }) {
          invoke(window, "Sentry.close");
        },
        silencedBy: "revoke"
      };
    }
  );
}

export { sentry as default, sentry };
