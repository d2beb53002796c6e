import type { Service } from "../../core/service.ts";
/** What Matomo's tracker and its tag manager, which mostly runs that tracker, have in common. */
export declare const matomoFacts: Pick<Service, "provider" | "transfer" | "privacyUrl" | "hosts" | "storage">;
