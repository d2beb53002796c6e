import type { Service } from "../../../core/config/service.ts";
import { items } from "./items.ts";

/** What Matomo's tracker and its tag manager, which mostly runs that tracker, have in common. */
export const matomoFacts: Pick<
  Service,
  "provider" | "transfer" | "privacyUrl" | "hosts" | "storage"
> = {
  provider: { name: "InnoCraft Ltd", country: "NZ" },
  transfer: ["NZ"],
  privacyUrl: "https://matomo.org/privacy-policy/",
  hosts: ["*.matomo.cloud"],
  storage: [
    ...items("cookie", "visitor", "13 months", ["_pk_id*"]),
    ...items("cookie", "campaign", "6 months", ["_pk_ref*"]),
    ...items("cookie", "session", "30 minutes", ["_pk_ses*", "_pk_cvar*", "_pk_hsr*"]),
  ],
};
