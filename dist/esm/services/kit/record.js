import { keysOf } from '../../lib/keysOf.js';
import { own } from '../../lib/own.js';

function record(options, key) {
  const value = own(options, key);
  return Object.fromEntries(keysOf(value).map((name) => [name, own(value, name)]));
}

export { record };
