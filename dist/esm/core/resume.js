import { NECESSARY } from './config.js';
import { decodeCookie } from './cookieText.js';
import { fingerprint } from './fingerprint.js';
import { makeState } from './makeState.js';

const DAY = 86400;
function resume(texts, config, now) {
  const stored = texts.length == 1 ? decodeCookie(texts[0]) : null;
  const asked = config.categories.filter((id) => id != NECESSARY);
  let lapse = null;
  if (stored) {
    const age = now / 1e3 - stored.at;
    if (age > config.days * DAY || age < -DAY) lapse = "expired";
    else if (stored.revision != config.revision) lapse = "invalidated";
  }
  const counts = stored && !lapse && config.usable ? stored : null;
  const pending = asked.filter(
    (id) => !counts || counts.prints[id] != fingerprint(config, id) || !(counts.yes.includes(id) || counts.no.includes(id))
  );
  if (pending.some((id) => counts?.prints[id])) lapse = "invalidated";
  return makeState(
    config,
    {
      subjectId: stored ? stored.id : null,
      decidedAt: counts ? counts.at * 1e3 : null,
      expiresAt: counts ? (counts.at + config.days * DAY) * 1e3 : null,
      revision: config.revision,
      source: null,
      pending,
      lapse
    },
    (id, service) => {
      const interest = service?.basis == "legitimate-interest";
      const from = interest ? stored : pending.includes(service?.category ?? id) ? null : counts;
      if (from?.no.includes(id)) return false;
      return !interest && from?.yes.includes(id) || void 0;
    }
  );
}

export { resume };
