import { cookieTexts } from "../../lib/cookieTexts.ts";
import { decoded } from "../../lib/decoded.ts";
import type { GateConfig } from "../config/config.ts";
import { cookieName } from "../config/names.ts";
import { resume } from "./resume.ts";
import type { State } from "./state.ts";
import { storedChoice } from "./storedChoice.ts";

/** The state that the text of a Cookie header says. What is doubled, stale or damaged counts as none. */
export function cookieState(
  header: string | null | undefined,
  config: GateConfig,
  now: number,
): State {
  const name = cookieName(config._hostOnly, true);
  // No browser keeps a longer one; what a client makes up costs no more to read.
  const texts = cookieTexts(header ?? "", name).map((text) => decoded(text.slice(0, 4200)));
  return resume(storedChoice(texts), config, now);
}
