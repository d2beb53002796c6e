import { dict } from '../lib/dict.js';
import { isId } from '../lib/isId.js';
import { NECESSARY } from './config.js';

const OFFERED = "functional";
function parseService(value, at, categories, fixed, note) {
  const service = dict();
  try {
    Object.assign(service, value);
  } catch {
  }
  const { id, category, reason } = service;
  if (category === OFFERED && !fixed && !categories.includes(OFFERED)) {
    categories.splice(1, 0, OFFERED);
  }
  if (!isId(id) || categories.includes(id)) note("bad-id", `${at}.id`);
  else if (!categories.includes(category)) note("unknown-category", `${at}.category`);
  else {
    const always = category === NECESSARY;
    if (always) service.basis ??= NECESSARY;
    const other = service.basis === NECESSARY || service.basis === "legitimate-interest";
    if (!other || typeof reason != "string" || !reason) {
      if (other || always) note("reason-missing", `${at}.reason`);
      if (always) return null;
      service.basis = "consent";
    }
    return service;
  }
  return null;
}

export { parseService };
