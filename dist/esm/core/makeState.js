import { dict } from '../lib/dict.js';
import { NECESSARY } from './config.js';

function makeState(config, facts, choice) {
  const categories = dict();
  const services = dict();
  for (const id of config.categories) {
    categories[id] = id == NECESSARY || (choice(id) ?? false);
  }
  for (const service of config.services) {
    const { id, basis, category } = service;
    services[id] = basis == "necessary" || (choice(id, service) ?? (basis == "legitimate-interest" ? config.usable : categories[category] == true));
  }
  return Object.freeze({
    ...facts,
    status: facts.pending.length || !config.usable ? "undecided" : "decided",
    categories: Object.freeze(categories),
    services: Object.freeze(services),
    pending: Object.freeze(facts.pending)
  });
}

export { makeState };
