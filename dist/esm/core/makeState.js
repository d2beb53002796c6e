import { dict } from '../lib/dict.js';
import { NECESSARY } from './config.js';

function makeState(config, facts, choice) {
  const categories = dict();
  const services = dict();
  const refused = [];
  const { pending } = facts;
  const judge = (id, permitted, asked) => {
    if (!permitted && !pending.includes(asked)) refused.push(id);
    return permitted;
  };
  for (const id of config.categories) {
    categories[id] = judge(id, id == NECESSARY || (choice(id) ?? false), id);
  }
  for (const service of config.services) {
    const { id, basis, category } = service;
    const interest = config.usable && basis == "legitimate-interest";
    services[id] = judge(
      id,
      basis == "necessary" || (choice(id, service) ?? (interest || categories[category])),
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
