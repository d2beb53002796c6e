import { memory } from './memory.js';

function once({ window }, key) {
  const seen = memory(window);
  return !seen.has(key) && !!seen.set(key, true);
}

export { once };
