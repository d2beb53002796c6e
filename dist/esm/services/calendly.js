import { defineService } from './kit/defineService.js';
import { items } from './kit/items.js';

function calendly(options) {
  return defineService(
    {
      id: "calendly",
      name: "Calendly",
      category: "functional",
      purpose: "preferences",
      provider: { name: "Calendly LLC", country: "US" },
      transfer: ["US"],
      privacyUrl: "https://calendly.com/legal/privacy-notice",
      hosts: ["calendly.com", "*.calendly.com"],
      storage: [
        ...items("cookie", "session", "21 days", ["_calendly_session"], { party: "third" }),
        ...items("cookie", "security", "30 minutes", ["__cf_bm", "_cfuvid"], {
          party: "third",
          httpOnly: true
        }),
        ...items(
          "cookie",
          "consent",
          "1 year",
          ["OptanonConsent", "OptanonAlertBoxClosed", "cookie-preferences"],
          { party: "third", keep: true }
        ),
        ...items("localStorage", "state", "persistent", ["calendly*"], { party: "third" })
      ],
      silencedBy: "revoke"
    },
    options
  );
}

export { calendly, calendly as default };
