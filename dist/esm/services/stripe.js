import { defineService } from './kit/defineService.js';
import { items } from './kit/items.js';

function stripe(options) {
  return defineService(
    {
      id: "stripe",
      name: "Stripe",
      category: "necessary",
      reason: "Takes the payment that you ask for and detects fraud in it.",
      purpose: "payment",
      provider: { name: "Stripe Payments Europe, Limited", country: "IE" },
      transfer: ["US"],
      privacyUrl: "https://stripe.com/privacy",
      hosts: ["js.stripe.com", "*.stripe.com", "m.stripe.network"],
      storage: [
        ...items("cookie", "fraud", "1 year", ["__stripe_mid"], { keep: true }),
        ...items("cookie", "fraud", "30 minutes", ["__stripe_sid"], { keep: true }),
        ...items("cookie", "fraud", "2 years", ["m"], { party: "third" })
      ]
    },
    options
  );
}

export { stripe as default, stripe };
