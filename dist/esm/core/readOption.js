import { own } from '../lib/own.js';
import { safeUrl } from '../lib/safeUrl.js';

function readOption(input, note) {
  const read = (key, fallback, fits) => {
    const value = own(input, key);
    if (value === void 0 || fits(value)) return value ?? fallback;
    note("wrong-type", key);
    return fallback;
  };
  const text = (key) => read(key, "", (value) => typeof value == "string");
  return {
    text,
    url(key) {
      const value = text(key);
      if (value && !safeUrl(value)) note("bad-url", key);
      return safeUrl(value);
    },
    flag: (key) => read(key, false, (value) => typeof value == "boolean"),
    oneOf: (key, ...values) => read(key, values[0], (value) => values.includes(value))
  };
}

export { readOption };
