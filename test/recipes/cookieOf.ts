import { decide } from "../../src/core/choice/decide.ts";
import { resume } from "../../src/core/choice/resume.ts";
import { storedChoice } from "../../src/core/choice/storedChoice.ts";
import { toCookie } from "../../src/core/choice/toCookie.ts";
import type { Options } from "../../src/core/config/options.ts";
import { parseGate } from "../../src/core/config/parseGate.ts";

/** The Cookie header of a visitor who chose just now. */
export function cookieOf(options: Options, choices: Readonly<Record<string, boolean>>): string {
  const config = parseGate(options, () => {});
  const now = Date.now();
  const { state } = decide(
    resume(storedChoice([]), config, now),
    { kind: "save", choices, source: "api", trusted: false },
    config,
    { now, newId: "subject-0001" },
  );
  return `consentry=${toCookie(state, config)}`;
}
