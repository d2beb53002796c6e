const LONGEST_WAIT = 864e5;
function backOff(last, { status, retryAfter }, { random, now }) {
  const tries = last?.tries ?? 0;
  const jitter = random * Math.min(3e5, 1e3 * 2 ** tries);
  const asked = Number(retryAfter) * 1e3 || Date.parse(retryAfter ?? "") - now || 0;
  const at = now + Math.min(Math.max(jitter, asked), LONGEST_WAIT);
  return { key: "next", tries: tries + 1, at, status };
}

export { LONGEST_WAIT, backOff };
