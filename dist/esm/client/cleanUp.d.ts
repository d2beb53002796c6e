import type { Service } from "../core/service.ts";
import { type EraseEnv } from "../gate/erase.ts";
/** Services that lost consent, all services, and who is permitted. */
export interface CleanUpTask {
    lost: readonly string[];
    services: readonly Service[];
    permits: (id: string) => boolean;
}
/**
 * Erases what withdrawn services declare, looks again for a few seconds, and gives the names of what
 * is still there or could never be reached (other domains, `HttpOnly`). What another permitted
 * service also uses stays, and so does consent and opt-out state.
 */
export declare function cleanUp({ lost, services, permits }: CleanUpTask, env: EraseEnv, looks?: readonly number[]): Promise<string[]>;
