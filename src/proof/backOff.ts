import type { DeliveryRow } from "./recordStore.ts";

/** A day in milliseconds: no one is asked to wait longer; a longer wait comes from a changed clock. */
export const LONGEST_WAIT = 86_400_000;

/**
 * When to send again after a failure: anything up to 1 s, 2 s, 4 s … 5 minutes later ("full jitter",
 * so that a recovering collector is not hit by all at once), and not before `Retry-After` says, in
 * seconds or as a date (RFC 9110, 10.2.3). `random` is 0 to 1, `now` milliseconds since 1970.
 */
export function backOff(
  last: DeliveryRow | undefined,
  { status, retryAfter }: { status: number; retryAfter?: string | null },
  { random, now }: { random: number; now: number },
): DeliveryRow {
  const tries = last?.tries ?? 0;
  const jitter = random * Math.min(300_000, 1000 * 2 ** tries);
  const asked = Number(retryAfter) * 1000 || Date.parse(retryAfter ?? "") - now || 0;
  const at = now + Math.min(Math.max(jitter, asked), LONGEST_WAIT);
  return { key: "next", tries: tries + 1, at, status };
}
