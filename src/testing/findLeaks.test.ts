import { describe, expect, it } from "vitest";
import * as names from "../core/config/names.ts";
import { findLeaks, findRemains, type Evidence } from "./findLeaks.ts";
import { readSite } from "./readSite.ts";
import type { Snapshot } from "./watch.ts";

const NOTHING: Snapshot = {
  cookies: [],
  localStorage: [],
  sessionStorage: [],
  databases: [],
  caches: [],
};
const site = readSite({
  controller: { name: "Acme" },
  services: [
    {
      id: "stats",
      name: "Stats",
      category: "performance",
      hosts: ["stats.example"],
      storage: [
        { name: "_st*", medium: "cookie", purpose: "visitor", lifetime: "1 year" },
        { name: "st-off", medium: "cookie", purpose: "consent", lifetime: "1 year", keep: true },
        {
          name: "_stx",
          medium: "localStorage",
          purpose: "visitor",
          lifetime: "1 year",
          party: "third",
        },
      ],
    },
    {
      id: "ads",
      name: "Ads",
      category: "marketing",
      hosts: ["*.ads.example"],
      storage: [{ name: "_st_ads", medium: "cookie", purpose: "visitor", lifetime: "1 year" }],
    },
  ],
});
const evidence = (fields: Partial<Evidence>): Evidence => ({
  requests: [],
  stored: NOTHING,
  before: NOTHING,
  pages: ["shop.example"],
  site,
  permitted: [],
  decided: true,
  ...fields,
});
const leaks = (fields: Partial<Evidence>): string[] =>
  findLeaks(evidence(fields)).map(({ kind, name, services }) =>
    `${kind} ${name} ${services.join("+")}`.trim(),
  );
const cookie = (name: string) => ({ name, host: "shop.example", httpOnly: false });
const request = (host: string, services: string[] = []) => ({
  url: `https://${host}/a?b#c`,
  host,
  method: "GET",
  type: "script",
  at: 0,
  navigation: 1,
  services,
});

describe("what the library itself keeps", () => {
  const ours: Snapshot = {
    ...NOTHING,
    cookies: [cookie(names.COOKIE), cookie(names.HOST_COOKIE)],
    localStorage: [names.OUTBOX, names.IMPORTED, `${names.LOG_PREFIX}records/1`],
    sessionStorage: [names.CLEAN_UP],
    databases: [names.DATABASE],
  };

  it("is no leak after a decision", () => {
    expect(leaks({ stored: ours })).toEqual([]);
  });

  it("is one before it, but for the empty database", () => {
    expect(leaks({ stored: ours, decided: false })).toEqual([
      "storage consentry",
      "storage __Host-consentry",
      "storage consentry:outbox",
      "storage consentry:imported",
      "storage consentry/records/1",
      "storage consentry:clean-up",
    ]);
  });

  it("is only what bears its exact name in its exact place", () => {
    expect(
      leaks({
        stored: { ...NOTHING, localStorage: ["consentry:clean-up", "consentry:outbox2"] },
      }),
    ).toEqual(["storage consentry:clean-up", "storage consentry:outbox2"]);
  });
});

describe("what others keep", () => {
  it("is a leak, named with the service that declares it", () => {
    expect(leaks({ stored: { ...NOTHING, cookies: [cookie("_st1"), cookie("other")] } })).toEqual([
      "storage _st1 stats",
      "storage other",
    ]);
  });

  it("is none where one that declares it is permitted, it lay there before, or the test allows it", () => {
    const stored = { ...NOTHING, cookies: [cookie("_st_ads"), cookie("old"), cookie("session")] };
    const before = { ...NOTHING, cookies: [cookie("old")] };
    expect(leaks({ stored, before, permitted: ["ads"], allow: { storage: ["sess*"] } })).toEqual(
      [],
    );
  });

  it("is the same under another host's name only", () => {
    const before = { ...NOTHING, cookies: [{ ...cookie("old"), host: "other.example" }] };
    expect(leaks({ stored: { ...NOTHING, cookies: [cookie("old")] }, before })).toEqual([
      "storage old",
    ]);
  });

  it("is found under a percent-encoded name, and a broken encoding is only a name", () => {
    const stored = { ...NOTHING, cookies: [cookie("%5Fst1"), cookie("%E0")] };
    expect(leaks({ stored })).toEqual(["storage %5Fst1 stats", "storage %E0"]);
  });
});

describe("what was requested", () => {
  it("leaks where its host is neither the site's, nor permitted, nor allowed", () => {
    const requests = [
      request("shop.example"),
      request("cdn.example"),
      request("fonts.example"),
      request("stats.example", ["stats"]),
      request("x.ads.example", ["ads"]),
    ];
    expect(
      leaks({ requests, permitted: ["ads"], own: ["cdn.*"], allow: { hosts: ["fonts.example"] } }),
    ).toEqual(["request GET https://stats.example/a stats"]);
  });

  it("leaks from a vendor on a host of the site's own", () => {
    expect(leaks({ requests: [request("s.shop.example", ["stats"])], own: ["*"] })).toEqual([
      "request GET https://s.shop.example/a stats",
    ]);
  });
});

describe("what remains after a withdrawal", () => {
  it("is what the service declares, can be erased, and nobody else may keep", () => {
    const stored = {
      ...NOTHING,
      cookies: [cookie("_st1"), cookie("_st_ads"), cookie("st-off")],
      localStorage: ["_stx"],
    };
    const remains = (permitted: string[]) =>
      findRemains(stored, site, "stats", permitted).map(({ name }) => name);
    expect(remains([])).toEqual(["_st1", "_st_ads"]);
    expect(remains(["ads"])).toEqual(["_st1"]);
    expect(findRemains(stored, site, "nobody", [])).toEqual([]);
  });
});
