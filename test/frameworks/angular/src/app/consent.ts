import { createConsent } from "consentry/lazy";
import { options } from "../consent.config";

export const consent = createConsent(options);
