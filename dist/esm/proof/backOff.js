const LONGEST_WAIT = 864e5;
function backOff(tries, retryAfter, { random, now }) {
  const jitter = random * Math.min(3e5, 1e3 * 2 ** tries);
  const asked = Number(retryAfter) * 1e3 || Date.parse(retryAfter ?? "") - now;
  return Math.min(Math.max(jitter, asked || 0), LONGEST_WAIT);
}

export { LONGEST_WAIT, backOff };
