import type { ServerConsent } from "consentry/sveltekit";

declare global {
  namespace App {
    interface Locals {
      consent: ServerConsent;
    }
  }
}
