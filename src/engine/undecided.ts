import { resume } from "../core/choice/resume.ts";
import { storedChoice } from "../core/choice/storedChoice.ts";
import type { GateConfig } from "../core/config/config.ts";
import type { Held } from "./engine.ts";

/** What is so before anything was read: nothing is stored, and nothing decided. */
export function undecided(config: GateConfig): Held {
  const stored = storedChoice([]);
  return { _stored: stored, _state: resume(stored, config, 0), _leftover: [] };
}
