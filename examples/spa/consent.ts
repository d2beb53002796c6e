import { createConsent, type Consent } from "consentry";
import de from "consentry/locales/de";
import nl from "consentry/locales/nl";
import { googleAnalytics } from "consentry/services/google-analytics";
import { googleConsentMode } from "consentry/signals/google-consent-mode";
import { mountUi } from "consentry/ui";

/** One instance for the whole app. Making it touches nothing; `main.ts` starts it. */
export const consent: Consent = createConsent({
  controller: { name: "Acme BV" },
  policyUrl: "#/about",
  services: [
    googleAnalytics({ id: "G-ACME1234" }),
    { id: "youtube", name: "YouTube", category: "functional", purpose: "video", storage: [] },
  ],
  signals: [googleConsentMode()],
  locales: { de, nl },
  ui: mountUi,
});
