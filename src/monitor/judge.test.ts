import { describe, expect, it } from "vitest";
import { indexHosts, judge, ownersOfKey } from "./judge.ts";

const SERVICES = [
  { id: "stats", name: "Stats", hosts: ["*.stats.example", "shared.example"], keys: ["_st_*"] },
  { id: "ads", name: "Ads", hosts: ["ads.example", "shared.example"], keys: ["_ad"] },
];
const only =
  (...ids: string[]) =>
  (id: string): boolean =>
    ids.includes(id);

const judgeHost = (host: string, services: typeof SERVICES, permits: (id: string) => boolean) =>
  judge(indexHosts(services)(host), permits);
const judgeKey = (name: string, services: typeof SERVICES, permits: (id: string) => boolean) =>
  judge(ownersOfKey(name, services), permits);

describe("what the monitor makes of a host or a key", () => {
  it("calls what a service that is not permitted answers for a leak, and names the service", () => {
    const leak = { verdict: "leak", service: "stats" };
    expect(judgeHost("cdn.stats.example", SERVICES, only())).toEqual(leak);
    expect(judgeKey("_st_7", SERVICES, only("ads"))).toEqual(leak);
  });

  it("says nothing of what a permitted service answers for, whoever else does", () => {
    expect(judgeHost("cdn.stats.example", SERVICES, only("stats"))).toBeNull();
    expect(judgeHost("shared.example", SERVICES, only("ads"))).toBeNull();
    expect(judgeKey("_ad", SERVICES, only("ads"))).toBeNull();
  });

  it("calls what nobody declared a stranger", () => {
    const stranger = { verdict: "stranger", service: "" };
    expect(judgeHost("stats.example", SERVICES, only("stats"))).toEqual(stranger);
    expect(judgeHost("evil-ads.example", SERVICES, only("ads"))).toEqual(stranger);
    expect(judgeKey("_adx", SERVICES, only("ads"))).toEqual(stranger);
  });

  it("takes *. for any host below a domain, and not for the domain", () => {
    const below = indexHosts([
      { id: "a", name: "A", hosts: ["*.a.example", "b.example"], keys: [] },
    ]);
    const owned = ["x.a.example", "x.y.a.example", "b.example"];
    expect(owned.filter((host) => below(host).length)).toEqual(owned);
    const foreign = ["a.example", "xa.example", "x.b.example", "example", "[::1]", "127.0.0.1", ""];
    expect(foreign.filter((host) => below(host).length)).toEqual([]);
  });

  it("knows our own cookie and keys", () => {
    for (const name of ["consentry", "__Host-consentry", "consentry:waiting"]) {
      expect(judgeKey(name, SERVICES, only())).toBeNull();
    }
    expect(judgeKey("consentryx", SERVICES, only())).not.toBeNull();
  });
});
