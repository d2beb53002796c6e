import { defineService } from './kit/defineService.js';
import { items } from './kit/items.js';

function trustpilot(options) {
  return defineService(
    {
      id: "trustpilot",
      name: "Trustpilot",
      category: "functional",
      purpose: "social",
      provider: { name: "Trustpilot A/S", country: "DK" },
      transfer: ["US", "GB"],
      privacyUrl: "https://legal.trustpilot.com/for-reviewers/end-user-privacy-terms",
      hosts: ["widget.trustpilot.com", "invitejs.trustpilot.com", "api.trustpilot.com"],
      storage: [
        ...items("cookie", "testing", "session", ["TrustboxSplitTest_*"], { party: "third" }),
        ...items("cookie", "visitor", "1 year", ["ajs_*", "amplitude_id*", "TP.uuid"], {
          party: "third"
        }),
        ...items("cookie", "security", "session", ["csrf-canary"], { party: "third" })
      ],
      silencedBy: "revoke"
    },
    options
  );
}

export { trustpilot as default, trustpilot };
