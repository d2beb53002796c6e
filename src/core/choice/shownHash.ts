import { hash32 } from "../../lib/hash32.ts";
import type { GateConfig } from "../config/config.ts";
import { fingerprint } from "./fingerprint.ts";
import type { State } from "./state.ts";

/**
 * A short name for what a first layer asks: its words, and the fingerprints of the categories that wait for an answer. An
 * answer to another question counts for nothing.
 */
export function shownHash(words: string, { pending }: State, config: GateConfig): string {
  return hash32([words, ...pending.map((id) => fingerprint(config, id))].join());
}
