import type { GateConfig } from "../config/config.ts";
import { decodeCookie } from "./cookieText.ts";
import { fingerprint } from "./fingerprint.ts";
import { makeState } from "./makeState.ts";
import { optionalCategories } from "./optionalCategories.ts";
import type { Lapse, State } from "./state.ts";
import type { StoredChoice } from "./storedChoice.ts";

const DAY = 86_400; // seconds

/**
 * Turns what is stored into a state.
 *
 * Not permitted, and asked again: nothing stored, not parseable, expired, dated in the future (a
 * clock set back makes its age unknowable), another revision, a configuration that is not usable.
 * A category whose fingerprint differs is asked again alone; the others keep their answer. One that nothing uses is not
 * asked for.
 */
export function resume(choice: StoredChoice, config: GateConfig, now: number): State {
  const stored = decodeCookie(choice._text);
  let lapse: Lapse | null = null;
  if (stored) {
    const age = now / 1000 - stored.at;
    if (age > config.days * DAY || age < -DAY) lapse = "expired";
    else if (stored.revision != config.revision) lapse = "invalidated";
  }
  const counts = !lapse && config._usable ? stored : null;
  const isAnswered = (id: string): boolean | undefined =>
    counts?._yes.includes(id) || counts?._no.includes(id);

  const open = optionalCategories(config).filter(
    (id) => !(isAnswered(id) && counts!._prints.includes(`${id}.${fingerprint(config, id)}`)),
  );
  const pending = open.filter((id) => !config._idle?.has(id));
  // One that was never answered (a partial choice, a new category) waits without a lapse.
  if (pending.some(isAnswered)) lapse = "invalidated";

  return makeState(
    config,
    {
      subjectId: stored?.id || null,
      decidedAt: counts ? counts.at * 1000 : null,
      source: null,
      pending,
      lapse,
    },
    // Where nothing counts, every category waits. An objection to a legitimate interest outlives that.
    (id, usual) =>
      // What no one is asked for has no answer, whatever was said of it once.
      open.includes(id)
        ? undefined
        : !stored?._no.includes(id) && (usual || stored!._yes.includes(id)),
  );
}
