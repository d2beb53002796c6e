/** A day in milliseconds: nobody is asked to wait longer; a longer wait comes from a changed clock. */
export const LONGEST_WAIT = 86_400_000;

/**
 * How long to wait after `tries` failures in a row, in milliseconds: anything up to 1 s, 2 s, 4 s …
 * 5 minutes ("full jitter", so that a recovering collector is not hit by all at once), and not less
 * than `Retry-After` asks, in seconds or as a date (RFC 9110, 10.2.3). `random` is 0 to 1.
 */
export function backOff(
  tries: number,
  retryAfter: string | null | undefined,
  { random, now }: { random: number; now: number },
): number {
  const jitter = random * Math.min(300_000, 1000 * 2 ** tries);
  const asked = Number(retryAfter) * 1000 || Date.parse(retryAfter ?? "") - now;
  return Math.min(Math.max(jitter, asked || 0), LONGEST_WAIT);
}
