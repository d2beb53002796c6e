import { BlockList, isIP } from "node:net";

/** Networks of a machine's own and of private use (RFC 1918, 6598, 3927, 4193, 4291). */
const PRIVATE =
  "127.0.0.0/8 10.0.0.0/8 172.16.0.0/12 192.168.0.0/16 100.64.0.0/10 169.254.0.0/16 ::1/128 fc00::/7 fe80::/10";

/**
 * Says whether an address may be a proxy of ours: loopback and private networks, and `more` (`203.0.113.0/24`,
 * `2001:db8::/32`). Everybody else's `X-Forwarded-For` is a stranger's word. Throws a RangeError for what is no
 * network.
 */
export function trustedPeers(more: readonly string[] = []): (address: string) => boolean {
  const list = new BlockList();
  for (const network of [...PRIVATE.split(" "), ...more]) {
    const [address = "", prefix] = network.split("/");
    const family = isIP(address);
    const bits = Number(prefix ?? (family == 4 ? 32 : 128));
    if (!family || !Number.isInteger(bits) || bits < 0 || bits > (family == 4 ? 32 : 128)) {
      throw new RangeError(`${network} is not a network such as 203.0.113.0/24`);
    }
    list.addSubnet(address, bits, family == 4 ? "ipv4" : "ipv6");
  }
  return (address) => {
    const plain = address.replace(/^::ffff:(?=\d+\.)/i, "").replace(/%.*$/, "");
    const family = isIP(plain);
    return family != 0 && list.check(plain, family == 4 ? "ipv4" : "ipv6");
  };
}
