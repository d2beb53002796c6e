import { describe, expect, it } from "vitest";
import { trustedPeers } from "./trustedPeers.ts";

describe("trustedPeers", () => {
  it("takes this machine and private networks for places of a proxy, and no one else", () => {
    const isTrusted = trustedPeers();
    const own = ["127.0.0.1", "::1", "::ffff:127.0.0.1", "10.1.2.3", "172.31.0.1", "192.168.9.9"];
    const more = ["100.64.0.1", "fd00::1", "fe80::1%eth0"];
    expect([...own, ...more].filter((address) => !isTrusted(address))).toEqual([]);
    const strangers = ["203.0.113.7", "172.32.0.1", "2001:db8::1", "::ffff:8.8.8.8", "", "x"];
    expect(strangers.filter(isTrusted)).toEqual([]);
  });

  it("takes the networks that are named besides, and refuses what is none", () => {
    const isTrusted = trustedPeers(["203.0.113.0/24", "2001:db8::/32", "198.51.100.4"]);
    expect(["203.0.113.7", "2001:db8::1", "198.51.100.4"].filter(isTrusted)).toHaveLength(3);
    expect(isTrusted("198.51.100.5")).toBe(false);
    for (const wrong of ["cloud", "203.0.113.0/33", "203.0.113.0/x", "2001:db8::/129", "/8"]) {
      expect(() => trustedPeers([wrong])).toThrow(RangeError);
    }
  });
});
