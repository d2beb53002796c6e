import { defineService } from './kit/defineService.js';
import { items } from './kit/items.js';

function typeform(options) {
  return defineService(
    {
      id: "typeform",
      name: "Typeform",
      category: "functional",
      purpose: "preferences",
      provider: { name: "TYPEFORM SL", country: "ES" },
      transfer: ["US"],
      privacyUrl: "https://www.typeform.com/help/a/privacy-policy-360029585312/",
      hosts: ["*.typeform.com", "*.typeform.eu"],
      storage: [
        ...items("cookie", "consent", "6 months", ["tf_respondent_cc"], {
          party: "third",
          keep: true
        }),
        ...items("cookie", "visitor", "1 year", ["attribution_user_id", "rl_*"], {
          party: "third"
        }),
        ...items("cookie", "session", "1 year", ["tracking_session_id"], { party: "third" }),
        ...items("cookie", "delivery", "7 days", ["AWSALBTG", "AWSALBTGCORS"], { party: "third" })
      ],
      silencedBy: "revoke"
    },
    options
  );
}

export { typeform as default, typeform };
