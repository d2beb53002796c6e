import { keysOf } from '../../lib/keysOf.js';
import { own } from '../../lib/own.js';

const COMMON = [
  "name",
  "category",
  "basis",
  "reason",
  "purpose",
  "provider",
  "transfer",
  "privacyUrl",
  "hosts",
  "storage",
  "signals"
];
function defineService(facts, options, calls) {
  const service = { ...facts, findings: [] };
  const mistake = (code, at) => service.findings.push({ code, at });
  if (options !== void 0 && (typeof options != "object" || !options)) mistake("wrong-type", "");
  const read = (key, pattern, fallback = "") => {
    const value = own(options, key);
    if (value === void 0) return fallback;
    if ((typeof value == "string" || typeof value == "number") && pattern.test(`${value}`)) {
      return `${value}`;
    }
    mistake("wrong-type", key);
    return fallback;
  };
  const set = (from, keys) => {
    for (const key of keys) {
      const value = own(from, key);
      if (value !== void 0) Reflect.set(service, key, value);
    }
  };
  const made = calls?.(read, mistake);
  set(made, keysOf(made));
  set(options, COMMON);
  const more = own(options, "erase");
  if (Array.isArray(more)) service.storage = service.storage.concat(more);
  else if (more !== void 0) mistake("wrong-type", "erase");
  return service;
}

export { defineService };
