import { NECESSARY, type GateConfig } from "./config.ts";
import { decodeCookie } from "./cookieText.ts";
import { fingerprint } from "./fingerprint.ts";
import { makeState } from "./makeState.ts";
import type { Lapse, State } from "./state.ts";

const DAY = 86_400; // seconds

/**
 * Turns what is stored into a state. `texts` holds every cookie value of our name: two count as
 * none, because nobody can tell which one the visitor meant (cookie tossing, changed domain).
 *
 * Not permitted, and asked again: nothing stored, not parseable, expired, dated in the future (a
 * clock set back makes its age unknowable), another revision, a configuration that is not usable.
 * A category whose fingerprint differs is asked again alone; the others keep their answer.
 */
export function resume(texts: readonly string[], config: GateConfig, now: number): State {
  const stored = texts.length == 1 ? decodeCookie(texts[0]!) : null;
  const asked = config.categories.filter((id) => id != NECESSARY);

  let lapse: Lapse | null = null;
  if (stored) {
    const age = now / 1000 - stored.at;
    if (age > config.days * DAY || age < -DAY) lapse = "expired";
    else if (stored.revision != config.revision) lapse = "invalidated";
  }
  const counts = stored && !lapse && config.usable ? stored : null;

  const pending = asked.filter(
    (id) =>
      !counts ||
      counts.prints[id] != fingerprint(config, id) ||
      !(counts.yes.includes(id) || counts.no.includes(id)),
  );
  // One that was never answered (a partial choice, a new category) waits without a lapse.
  if (pending.some((id) => counts?.prints[id])) lapse = "invalidated";

  return makeState(
    config,
    {
      subjectId: stored ? stored.id : null,
      decidedAt: counts ? counts.at * 1000 : null,
      expiresAt: counts ? (counts.at + config.days * DAY) * 1000 : null,
      revision: config.revision,
      source: null,
      pending,
      lapse,
    },
    (id, service) => {
      // An objection to a legitimate interest outlives a question that is asked again; consent does not.
      const interest = service?.basis == "legitimate-interest";
      const from = interest ? stored : pending.includes(service?.category ?? id) ? null : counts;
      if (from?.no.includes(id)) return false;
      return (!interest && from?.yes.includes(id)) || undefined;
    },
  );
}
