import { dict } from '../lib/dict.js';
import { NECESSARY } from './config.js';

function makeState(config, facts, choice) {
  const categories = dict();
  const services = dict();
  const refused = [];
  const { pending } = facts;
  const answer = (id, permitted, asked = id) => {
    if (!permitted && config.usable && !pending.includes(asked)) refused.push(id);
    return permitted;
  };
  for (const id of config.categories) {
    categories[id] = answer(id, id == NECESSARY || (choice(id) ?? false));
  }
  for (const service of config.services) {
    const { id, basis, category } = service;
    const interest = basis == "legitimate-interest";
    services[id] = answer(
      id,
      basis == "necessary" || (choice(id, service) ?? (interest ? config.usable : categories[category])),
      interest ? id : category
    );
  }
  return Object.freeze({
    ...facts,
    status: pending.length || !config.usable ? "undecided" : "decided",
    categories: Object.freeze(categories),
    services: Object.freeze(services),
    pending: Object.freeze(pending),
    refused: Object.freeze(refused)
  });
}

export { makeState };
