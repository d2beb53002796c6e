import { describe, expect, it } from "vitest";
import { bareEngine, NOW } from "../../test/util/bareEngine.ts";
import { checkPolicy } from "./checkPolicy.ts";

const SERVICES = [
  {
    id: "stats",
    category: "performance",
    hosts: ["https://cdn.stats.test:443/x", "*.pixels.test"],
  },
  {
    id: "heat",
    category: "performance",
    hostsFor: { script: ["heat.test"], connect: ["api.heat.test"] },
  },
  { id: "bare", category: "performance" },
];
/** As `consentry/policy` writes one, and one of the site's own. */
const MADE =
  "default-src 'self'; frame-src 'self'; worker-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'";
const OWN = "script-src 'self'";

/** `before` is permitted when the page is looked at, `now` when its policy stops something. */
const stops = ({
  uri = "https://cdn.stats.test/x.js",
  disposition = "enforce",
  policy = OWN,
  before = false,
  now = true,
  options = {},
  timeOrigin = NOW + 1,
}: Partial<{
  uri: string;
  disposition: string;
  policy: string;
  before: boolean;
  now: boolean;
  options: object;
  timeOrigin: number;
}>): string[] => {
  const document = new EventTarget();
  const { engine, problems, choose } = bareEngine(
    { services: SERVICES, ...options },
    { _env: { window: { document, performance: { timeOrigin } } } },
  );
  choose({ performance: before });
  checkPolicy(engine);
  choose({ performance: now });
  const stopped = {
    blockedURI: uri,
    disposition,
    effectiveDirective: "script-src-elem",
    originalPolicy: policy,
  };
  const send = (): boolean =>
    document.dispatchEvent(Object.assign(new Event("securitypolicyviolation"), stopped));
  send();
  engine._end.abort();
  send();
  return problems;
};

describe("what the page's own policy stops though it is permitted", () => {
  it.each<[what: string, uri: string, problem: string]>([
    ["by an address", "https://cdn.stats.test/x.js", "stats script-src-elem cdn.stats.test"],
    ["by a subdomain", "https://a.pixels.test:8080/", "stats script-src-elem a.pixels.test"],
    ["by plain http", "http://cdn.stats.test", "stats script-src-elem cdn.stats.test"],
    ["by a socket", "wss://api.heat.test/live", "heat script-src-elem api.heat.test"],
    ["by a plain socket", "ws://heat.test", "heat script-src-elem heat.test"],
  ])("is reported with its service, its directive and its host: %s", (_what, uri, problem) => {
    expect(stops({ uri })).toEqual([`policy-narrow ${problem}`]);
  });

  it.each<[what: string, change: Parameters<typeof stops>[0]]>([
    ["it is of no service", { uri: "https://other.test/x.js" }],
    ["it is no host", { uri: "inline" }],
    ["a host is only a part of it", { uri: "blob:https://cdn.stats.test/x" }],
    ["the policy only reports", { disposition: "report" }],
    ["it is not permitted", { now: false }],
    ["the options say how it is meant", { options: { policy: "none" } }],
  ])("is not reported where %s", (_what, change) => {
    expect(stops(change)).toEqual([]);
  });

  it("was not permitted when a policy made from consent was made", () => {
    expect(stops({ policy: MADE })).toEqual(["policy-shut stats"]);
    expect(stops({ policy: `${MADE}; img-src *` })).toEqual(["policy-shut stats"]);
  });

  it("is missing in a policy made from consent where it was permitted before", () => {
    const narrow = ["policy-narrow stats script-src-elem cdn.stats.test"];
    expect(stops({ policy: MADE, before: true })).toEqual(narrow);
    expect(stops({ policy: MADE, before: true, timeOrigin: NOW }), "at the same moment").toEqual(
      narrow,
    );
  });

  it("was perhaps not permitted before, where the choice was made on this page", () => {
    const change = { before: true, timeOrigin: NOW - 1 };
    expect(stops({ ...change, policy: MADE })).toEqual(["policy-shut stats"]);
    expect(stops({ ...change, policy: OWN })).toHaveLength(1);
  });
});
