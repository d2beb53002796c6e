import { dict } from '../lib/dict.js';
import { isId } from '../lib/isId.js';
import { keysOf } from '../lib/keysOf.js';
import { listOf } from '../lib/listOf.js';
import { own } from '../lib/own.js';
import { NECESSARY } from './config.js';
import { parseService } from './parseService.js';

const MOST = 40;
function parseGate(input, note) {
  const given = own(own(input, "controller"), "name");
  const name = typeof given == "string" ? given.trim() : "";
  const usable = name != "";
  if (!usable) {
    const isGiven = isObject(input) && !listOf(input, 0);
    note(isGiven ? "controller-missing" : "config-not-object", isGiven ? "controller.name" : "");
  }
  const wanted = own(input, "categories");
  const categories = [NECESSARY];
  const names = wanted === void 0 ? ["performance", "marketing"] : listOf(wanted, MOST);
  for (const id of names ?? keysOf(wanted).slice(0, MOST)) {
    if (!isId(id)) note("bad-id", `categories.${typeof id == "string" ? id : "?"}`);
    else if (!categories.includes(id)) categories.push(id);
  }
  const listed = own(input, "services");
  const services = [];
  const ids = /* @__PURE__ */ new Set();
  const catalogue = dict();
  const fixed = wanted !== void 0;
  const list = listOf(listed, 25 * MOST);
  list?.forEach((value, index) => {
    const service = parseService(value, `services[${index}]`, categories, fixed, note);
    if (!service) return;
    if (ids.has(service.id)) note("duplicate-id", service.id);
    else services.push(service);
    ids.add(service.id);
  });
  if (!list) {
    if (listed !== void 0 && !isObject(listed)) note("wrong-type", "services");
    for (const id of keysOf(listed)) {
      const options = own(listed, id);
      if (isId(id) && isObject(options)) catalogue[id] = options;
      else note(isId(id) ? "wrong-type" : "bad-id", `services.${id}`);
    }
  }
  const whole = (key, fallback, least, most) => {
    const value = own(input, key) ?? fallback;
    if (Number.isInteger(value) && value >= least && value <= most) return value;
    note(key == "days" ? "bad-days" : "wrong-type", key);
    return fallback;
  };
  const nonce = own(input, "nonce");
  return {
    usable,
    name,
    categories,
    categoriesFixed: fixed,
    services,
    catalogue,
    revision: whole("revision", 1, 0, 999999999),
    days: whole("days", 180, 1, 400),
    hostOnly: own(input, "hostOnly") === true,
    nonce: typeof nonce == "string" ? nonce : "",
    signals: listOf(own(input, "signals"), MOST) ?? []
  };
}
function isObject(value) {
  return value === Object(value);
}

export { parseGate };
