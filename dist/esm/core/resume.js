import { NECESSARY } from './config.js';
import { decodeCookie } from './cookieText.js';
import { fingerprint } from './fingerprint.js';
import { makeState } from './makeState.js';

const DAY = 86400;
function resume(texts, config, now) {
  const stored = decodeCookie(texts.join("\n"));
  let lapse = null;
  if (stored) {
    const age = now / 1e3 - stored.at;
    if (age > config.days * DAY || age < -DAY) lapse = "expired";
    else if (stored.revision != config.revision) lapse = "invalidated";
  }
  const counts = !lapse && config.usable ? stored : null;
  const isAnswered = (id) => counts?.yes.includes(id) || counts?.no.includes(id);
  const pending = config.categories.filter(
    (id) => id != NECESSARY && !(isAnswered(id) && counts.prints.includes(`${id}.${fingerprint(config, id)}`))
  );
  if (pending.some(isAnswered)) lapse = "invalidated";
  return makeState(
    config,
    {
      subjectId: stored?.id ?? null,
      decidedAt: counts ? counts.at * 1e3 : null,
      source: null,
      pending,
      lapse
    },
    // Where nothing counts, every category waits. An objection to a legitimate interest outlives that.
    (id, usual) => !stored?.no.includes(id) && (usual || stored.yes.includes(id))
  );
}

export { resume };
