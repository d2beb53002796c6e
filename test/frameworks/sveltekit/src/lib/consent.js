import { createConsent } from "consentry/lazy";
import { options } from "../consent.config.js";

export const consent = createConsent(options, {
  services: { hotjar: () => import("consentry/services/hotjar") },
  locales: { nl: () => import("consentry/locales/nl") },
});
