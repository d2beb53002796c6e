import { dict } from "../../lib/dict.ts";
import type { GateConfig } from "../config/config.ts";
import type { Intent, State } from "./state.ts";
import { withCategory } from "./withCategory.ts";

/**
 * What the browser's Global Privacy Control asks for: a refusal of the categories that it covers and of all
 * their services, where the visitor has not chosen. Null where nothing of that waits for an answer.
 *
 * @param covered ids of the categories, from the option `gpc`
 */
export function gpcIntent(
  state: Pick<State, "pending">,
  config: Pick<GateConfig, "services">,
  covered: readonly string[],
): Intent | null {
  const waiting = covered.filter((id) => state.pending.includes(id));
  if (!waiting.length) return null;
  const choices = dict<boolean>();
  for (const id of waiting) Object.assign(choices, withCategory(id, false, config, true));
  return { kind: "save", choices, partial: true, source: "gpc", trusted: false };
}
