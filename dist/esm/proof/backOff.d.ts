/** A day in milliseconds: nobody is asked to wait longer; a longer wait comes from a changed clock. */
export declare const LONGEST_WAIT = 86400000;
/**
 * How long to wait after `tries` failures in a row, in milliseconds: anything up to 1 s, 2 s, 4 s …
 * 5 minutes ("full jitter", so that a recovering collector is not hit by all at once), and not less
 * than `Retry-After` asks, in seconds or as a date (RFC 9110, 10.2.3). `random` is 0 to 1.
 */
export declare function backOff(tries: number, retryAfter: string | null | undefined, { random, now }: {
    random: number;
    now: number;
}): number;
