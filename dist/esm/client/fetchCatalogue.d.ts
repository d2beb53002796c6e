import type { GateConfig } from "../core/config.ts";
import type { Note } from "../core/problem.ts";
import type { Fetched } from "./explainCatalogue.ts";
import type { Session } from "./session.ts";
/** Who hears what: a missing file, each mistake, and in the end that there were any. */
export interface CatalogueEnv extends Pick<Session, "report"> {
    note?: Note;
    /** The options alone do not show what is wrong with services that only their files can make. */
    onMistakes?: (made: readonly Fetched[]) => void;
}
/**
 * Waits for the service files that a script-tag configuration names, and gives the configuration
 * with them. One that cannot be had is reported and left out: its id stays unknown, and what is
 * unknown is never permitted.
 */
export declare function fetchCatalogue(config: GateConfig, files: readonly Promise<(options: object) => unknown>[], { report, note, onMistakes }: CatalogueEnv): Promise<GateConfig>;
