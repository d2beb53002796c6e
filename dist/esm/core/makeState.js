import { dict } from '../lib/dict.js';
import { NECESSARY } from './config.js';

const DAY = 864e5;
function makeState(config, facts, choice) {
  const categories = dict();
  const services = dict();
  const refused = [];
  const { pending, decidedAt } = facts;
  const { days, revision, usable } = config;
  const judge = (id, asked, always, usual) => {
    const waits = pending.includes(asked);
    const permitted = always || (waits ? usual : choice(id, usual));
    if (!permitted && !waits) refused.push(id);
    return permitted;
  };
  for (const id of config.categories) categories[id] = judge(id, id, id == NECESSARY, false);
  for (const { id, basis, category } of config.services) {
    const interest = usable && basis == "legitimate-interest";
    services[id] = judge(
      id,
      interest ? id : category,
      basis == NECESSARY,
      interest || categories[category]
    );
  }
  return Object.freeze({
    ...facts,
    status: pending.length || !usable ? "undecided" : "decided",
    expiresAt: decidedAt && decidedAt + days * DAY,
    revision,
    categories: Object.freeze(categories),
    services: Object.freeze(services),
    pending: Object.freeze(pending),
    refused: Object.freeze(refused)
  });
}

export { makeState };
