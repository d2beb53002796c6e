import type { GateConfig } from "../core/config.ts";
import type { Session } from "./session.ts";
/**
 * Waits for the service files that a script-tag configuration names, and gives the configuration
 * with them. One that cannot be had is reported and left out: its id stays unknown, and what is
 * unknown is never permitted.
 */
export declare function fetchCatalogue(config: GateConfig, files: readonly Promise<(options: object) => unknown>[], { report, note }: Pick<Session, "report" | "note">): Promise<GateConfig>;
