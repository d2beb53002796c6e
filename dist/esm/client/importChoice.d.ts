import { type GateConfig } from "../core/config.ts";
import type { Migration, MigrationWorld } from "../core/parts.ts";
/**
 * What an earlier decision says about this site's categories and services, or null where there is none
 * that counts: none made, too old for this site's own lifetime, dated in the future, or about nothing here.
 *
 * An id has an answer when everything that the mapping leads to it was answered, and a yes only when all of
 * that was a yes. A category without its own answer has one when each of its services that ask for
 * consent has: sites that came from a tool of services alone need not ask again.
 */
export declare function importChoice(migration: Migration, world: MigrationWorld, config: GateConfig, now: number): Record<string, boolean> | null;
