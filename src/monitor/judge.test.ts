import { describe, expect, it } from "vitest";
import { judge, judgeKey, ownersOf } from "./judge.ts";

const SERVICES = [
  { id: "stats", name: "Stats", hosts: ["*.stats.example", "shared.example"], keys: ["_st_*"] },
  { id: "ads", name: "Ads", hosts: ["ads.example", "shared.example"], keys: ["_ad"] },
];
const only =
  (...ids: string[]) =>
  (id: string): boolean =>
    ids.includes(id);

const judgeHost = (host: string, services: typeof SERVICES, permits: (id: string) => boolean) =>
  judge(ownersOf(host, services), permits);

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

  it("knows our own cookie and keys", () => {
    for (const name of ["consentry", "__Host-consentry", "consentry:waiting"]) {
      expect(judgeKey(name, SERVICES, only())).toBeNull();
    }
    expect(judgeKey("consentryx", SERVICES, only())).not.toBeNull();
  });
});
