/** Says whether one more request of a network may pass now. */
export type Allow = (network: string, now: number) => boolean;
/**
 * One bucket a network: `burst` tokens, filled up with `rate` a second. Only in memory, and only the
 * prefix of an address; the oldest network is forgotten first, which forgives it.
 */
export declare function tokenBuckets(rate: number, burst: number): Allow;
/** The network of an address: IPv4 /24, IPv6 /56; one for everything that is no address. */
export declare function networkOf(ip: string | undefined): string;
