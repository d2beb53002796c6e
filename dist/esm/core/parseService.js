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
  const { id, category, basis, reason } = service;
  if (category === OFFERED && !fixed && !categories.includes(OFFERED)) {
    categories.splice(1, 0, OFFERED);
  }
  const isNew = isId(id) && !categories.includes(id);
  if (isNew && categories.includes(category)) {
    const always = category == NECESSARY;
    const other = basis ?? (always ? NECESSARY : void 0);
    const known = other === NECESSARY || other === "legitimate-interest";
    const holds = known && typeof reason == "string" && reason;
    service.basis = holds ? other : "consent";
    if (!holds && (known || always)) note("reason-missing", `${at}.reason`);
    return holds || !always ? service : null;
  }
  note(isNew ? "unknown-category" : "bad-id", isNew ? `${at}.category` : `${at}.id`);
  return null;
}

export { parseService };
