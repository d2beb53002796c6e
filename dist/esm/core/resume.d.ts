import { type GateConfig } from "./config.ts";
import type { State } from "./state.ts";
/**
 * Turns what is stored into a state. `texts` holds every cookie value of our name: two count as
 * none, because nobody can tell which one the visitor meant (cookie tossing, changed domain).
 *
 * Not permitted, and asked again: nothing stored, not parseable, expired, dated in the future (a
 * clock set back makes its age unknowable), another revision, a configuration that is not usable.
 * A category whose fingerprint differs is asked again alone; the others keep their answer.
 */
export declare function resume(texts: readonly string[], config: GateConfig, now: number): State;
