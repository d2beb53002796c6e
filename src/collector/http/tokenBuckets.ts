/**
 * Says whether work of a network may pass now, and charges it if so. `cost` is in tokens, 1 unless said
 * otherwise; what costs more than a whole bucket passes when the bucket is full.
 */
export type Allow = (network: string, now: number, cost?: number) => boolean;

const MOST = 50_000; // networks remembered

/**
 * One bucket a network: `burst` tokens, filled up with `rate` a second. Only in memory, and only the
 * prefix of an address; the oldest network is forgotten first, which forgives it.
 */
export function tokenBuckets(rate: number, burst: number): Allow {
  const buckets = new Map<string, { tokens: number; at: number }>();
  return (network, now, cost = 1) => {
    const bucket = buckets.get(network) ?? { tokens: burst, at: now };
    // A clock that was set back gives no tokens, and takes none.
    const gained = (Math.max(0, now - bucket.at) / 1000) * rate;
    const tokens = Math.min(burst, bucket.tokens + gained);
    const price = Math.min(cost, burst);
    const allowed = tokens >= price;
    buckets.delete(network);
    buckets.set(network, { tokens: allowed ? tokens - price : tokens, at: now });
    if (buckets.size > MOST) buckets.delete(buckets.keys().next().value!);
    return allowed;
  };
}

/** The network of an address: IPv4 /24, IPv6 /56; one for everything that is no address. */
export function networkOf(ip: string | undefined): string {
  const v4 = /^(?:::ffff:)?(\d{1,3}\.\d{1,3}\.\d{1,3})\.\d{1,3}$/i.exec(ip ?? "");
  if (v4) return v4[1]!;
  if (!ip?.includes(":")) return "";
  const [head = "", tail = ""] = ip.split("::");
  const left = head.split(":").filter(Boolean);
  const right = ip.includes("::") ? tail.split(":").filter(Boolean) : [];
  const zeros = Array<string>(Math.max(0, 8 - left.length - right.length)).fill("0");
  const groups = [...left, ...zeros, ...right].map((group) => Number.parseInt(group, 16) || 0);
  return [groups[0], groups[1], groups[2], (groups[3] ?? 0) >> 8].join(":");
}
