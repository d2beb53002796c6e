import { createConsent, type Consent } from "consentry";
import { youtube } from "consentry/services/youtube";
import { mountUi } from "consentry/ui";

/** One instance for the whole app. Making it touches nothing; `main` starts it. */
export const consent: Consent = createConsent({
  controller: { name: "Acme BV" },
  services: [youtube()],
  ui: mountUi,
});
