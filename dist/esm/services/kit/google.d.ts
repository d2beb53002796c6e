import type { Service } from "../../core/service.ts";
/** What all of Google's services have in common for visitors in the EEA and Switzerland. */
export declare const google: Pick<Service, "provider" | "transfer" | "privacyUrl">;
