import { dict } from '../lib/dict.js';
import { isId } from '../lib/isId.js';
import { keysOf } from '../lib/keysOf.js';
import { own } from '../lib/own.js';
import { NECESSARY } from './config.js';
import { parseService } from './parseService.js';

function parseGate(input, note) {
  const isObject = input === Object(input) && !Array.isArray(input);
  const given = own(input, "controller");
  const name = String(own(given, "name") ?? "").trim();
  if (!isObject) note("config-not-object", "");
  else if (!name) note("controller-missing", "controller.name");
  const wanted = own(input, "categories");
  const categories = [NECESSARY];
  for (const id of Array.isArray(wanted) ? wanted : wanted === void 0 ? ["performance", "marketing"] : keysOf(wanted)) {
    if (!isId(id)) note("bad-id", `categories.${String(id)}`);
    else if (!categories.includes(id)) categories.push(id);
  }
  const listed = own(input, "services");
  const services = [];
  const ids = /* @__PURE__ */ new Set();
  const catalogue = dict();
  const fixed = wanted !== void 0;
  if (Array.isArray(listed)) {
    for (let index = 0; index < listed.length; index++) {
      const service = parseService(listed[index], `services[${index}]`, categories, fixed, note);
      if (!service) continue;
      if (ids.has(service.id)) note("duplicate-id", service.id);
      else services.push(service);
      ids.add(service.id);
    }
  } else if (listed !== void 0) {
    if (listed !== Object(listed)) note("wrong-type", "services");
    for (const id of keysOf(listed)) {
      const options = own(listed, id);
      if (!isId(id)) note("bad-id", `services.${id}`);
      else if (options !== Object(options)) note("wrong-type", `services.${id}`);
      else catalogue[id] = options;
    }
  }
  const whole = (key, fallback, least, most) => {
    const value = Number(own(input, key) ?? fallback);
    if (Number.isInteger(value) && value >= least && value <= most) return value;
    note(key == "days" ? "bad-days" : "wrong-type", key);
    return fallback;
  };
  const nonce = own(input, "nonce");
  const signals = own(input, "signals");
  return {
    usable: isObject && name != "",
    name,
    categories,
    categoriesFixed: fixed,
    services,
    catalogue,
    revision: whole("revision", 1, 0, 999999999),
    days: whole("days", 180, 1, 400),
    hostOnly: own(input, "hostOnly") === true,
    nonce: typeof nonce == "string" ? nonce : "",
    signals: (Array.isArray(signals) ? signals : []).map(
      (signal) => String(own(signal, "id") ?? signal)
    )
  };
}

export { parseGate };
