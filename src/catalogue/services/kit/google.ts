import type { Service } from "../../../core/config/service.ts";

/** What all of Google's services have in common for visitors in the EEA and Switzerland. */
export const google: Pick<Service, "provider" | "transfer" | "privacyUrl"> = {
  provider: { name: "Google Ireland Limited", country: "IE" },
  transfer: ["US"],
  privacyUrl: "https://policies.google.com/privacy",
};
