import type { DeliveryRow } from "./shelf.ts";
/** A day in milliseconds: nobody is asked to wait longer; a longer wait comes from a changed clock. */
export declare const LONGEST_WAIT = 86400000;
/**
 * When to send again after a failure: anything up to 1 s, 2 s, 4 s … 5 minutes later ("full jitter",
 * so that a recovering collector is not hit by all at once), and not before `Retry-After` says, in
 * seconds or as a date (RFC 9110, 10.2.3). `random` is 0 to 1, `now` milliseconds since 1970.
 */
export declare function backOff(last: DeliveryRow | undefined, { status, retryAfter }: {
    status: number;
    retryAfter?: string | null;
}, { random, now }: {
    random: number;
    now: number;
}): DeliveryRow;
