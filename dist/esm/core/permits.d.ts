import type { State } from "./state.ts";
/**
 * Whether everything named is permitted. `ids` is the text of a `data-consent` attribute: category
 * and service ids separated by spaces, each of which must be permitted; `!marketing` asks for a
 * refusal of it that was really made. An empty list and an unknown id are not permitted.
 */
export declare function permits(state: State, ids: string): boolean;
/** The ids that a `data-consent` attribute names, `!` kept. */
export declare function splitIds(ids: string): string[];
/** Whether the state knows the id at all. */
export declare function knows(state: State, token: string): boolean;
