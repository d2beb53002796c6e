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
  if (category == OFFERED && !fixed && !categories.includes(OFFERED)) {
    categories.splice(1, 0, OFFERED);
  }
  if (!isId(id) || categories.includes(id)) note("bad-id", `${at}.id`);
  else if (!categories.includes(category)) note("unknown-category", `${at}.category`);
  else {
    const always = category == NECESSARY;
    service.basis ??= always ? "necessary" : "consent";
    const asks = service.basis == "consent";
    if (always ? asks || !reason : !asks && !reason) {
      note("reason-missing", `${at}.reason`);
      if (always) return null;
      service.basis = "consent";
    }
    return service;
  }
  return null;
}

export { parseService };
