import { lifetimeOf, lookUp } from "../vendors/openCookies.ts";
import { findLeaks, findRemains, isOf } from "../../testing/findLeaks.ts";
import type { SeenRequest, Snapshot } from "../../testing/watch.ts";
import type { StoredReport, RequestReport } from "../report/auditReport.ts";
import type { RuleId } from "../rules.ts";
import type { Found } from "./judgeBanner.ts";
import { lifetimeIn, outlives } from "./lifetimes.ts";
import type { LiveOptions } from "./liveOptions.ts";

const NOTHING: Snapshot = {
  cookies: [],
  localStorage: [],
  sessionStorage: [],
  databases: [],
  caches: [],
};

/** What a state shows. */
export interface Seen {
  requests: readonly SeenRequest[];
  snapshot: Snapshot;
  home: string;
  /** For the evidence: what began each request. */
  reports: readonly RequestReport[];
}

/** Rules of a state, for requests and for what is stored. */
export interface StateRules {
  request: RuleId;
  storage: RuleId;
  /** What the sentences say: "before anyone was asked". */
  when: string;
}

/** What happened that only the services named could permit. `decided` frees the library's own records. */
export function judgeState(
  { requests, snapshot, home, reports }: Seen,
  rules: StateRules,
  permitted: readonly string[],
  options: LiveOptions,
  decided: boolean,
  before: Snapshot = NOTHING,
): Found[] {
  const { site, own, known } = options;
  const always = site.services.filter(({ basis }) => basis == "necessary").map(({ id }) => id);
  const leaks = findLeaks({
    requests,
    stored: snapshot,
    before,
    pages: [home, home.startsWith("www.") ? home.slice(4) : `www.${home}`],
    site,
    permitted: [...permitted, ...always],
    decided,
    own,
  });
  const seen = new Set<string>();
  return leaks.flatMap((leak): Found[] => {
    const { kind, name, host, medium } = leak;
    const services = leak.services.length ? leak.services : labels(host, name, kind, options);
    const key = `${kind} ${name} ${host}`;
    if (seen.has(key)) return [];
    seen.add(key);
    if (kind == "request") {
      if (known.recogniser.consentTool(host) && !decided) return [];
      const report = reports.find((one) => name.endsWith(one.url.split(/[?#]/)[0]!));
      const whom = services.length ? services.join(" or ") : host;
      return [
        {
          rule: rules.request,
          level: "error",
          what: name,
          message: `${whom} was asked ${rules.when} (${medium}${report?.held ? ", held back" : ""}).`,
          fix: services[0]
            ? `Mark what begins it with data-consent="${services[0]}"; \`consentry audit <folder>\` shows the line.`
            : `Mark what begins it, serve the file yourself, or allow ${host} with --own.`,
          evidence: {
            service: services[0] ?? "",
            ...(report && { at: report.at, initiator: report.initiator, url: report.url }),
          },
        },
      ];
    }
    // A tool has to remember a refusal somewhere: only a person can tell that from a visitor's number.
    const mayBeMemory = decided && !services.length && !isForeign(host, home);
    const level =
      services.length || isForeign(host, home) ? "error" : mayBeMemory ? "note" : "warning";
    return [
      {
        rule: rules.storage,
        level,
        what: `${medium} ${name}`,
        message: `${medium} ${name}${host && ` of ${host}`} ${rules.storage == "storage-after-withdrawal" ? "is still stored" : "was stored"} ${rules.when}.`,
        fix: services[0]
          ? `Mark what starts ${services[0]}, so that it waits.`
          : "Declare it under a service, or under a necessary one with its reason; else do not store it before consent.",
        evidence: { service: services[0] ?? "", host },
      },
    ];
  });
}

/** Whether a cookie belongs to another host than the page's. */
function isForeign(host: string, home: string): boolean {
  const name = host.replace(/^\./, "");
  return !!name && home != name && !home.endsWith(`.${name}`);
}

/** Names of the catalogue where the site declares nothing. */
function labels(host: string, name: string, kind: string, { known }: LiveOptions): string[] {
  const address = name.replace(/^\S+ /, "");
  const service = kind == "request" ? known.recogniser.byAddress(address, host) : null;
  return service ? [service.id] : [];
}

/** After a withdrawal: what services that are not permitted any more have left. */
export function judgeRemains(snapshot: Snapshot, { site }: LiveOptions): Found[] {
  const asked = site.services.filter(({ basis }) => basis == "consent");
  const others = site.services.filter(({ basis }) => basis != "consent").map(({ id }) => id);
  return asked.flatMap(({ id, name: whose }) =>
    findRemains(snapshot, site, id, others).map(({ medium, name }): Found => ({
      rule: "storage-after-withdrawal",
      level: "error",
      what: `${medium} ${name}`,
      message: `${medium} ${name} of ${whose} is still stored after the withdrawal.`,
      fix: "Declare its name and medium under the service, so that it is erased.",
      evidence: { service: id },
    })),
  );
}

/** Names of what the library itself keeps. */
export const OURS: RegExp = /^(?:__Host-)?consentry(?:[:/].*|-told)?$/;

/** What is stored once everything is permitted, against what is declared. */
export function judgeDeclared(list: readonly StoredReport[], options: LiveOptions): Found[] {
  const { site, declared } = options;
  const found: Found[] = [];
  for (const { medium, name, host, by, httpOnly, seconds } of list) {
    if (OURS.test(name)) continue;
    const items = site.services.flatMap(({ storage }) =>
      storage.filter((item) => isOf(item, { medium, name })),
    );
    const what = `${medium} ${name}`;
    if (!items.length) {
      if (!declared) continue;
      const open = lookUp(name, options.cookies ?? []);
      const whose = open.map(({ platform, category }) => `${platform} (${category.toLowerCase()})`);
      found.push({
        rule: "storage-undeclared",
        level: "warning",
        what,
        message: `${what}${host && ` of ${host}`}${httpOnly ? " (HttpOnly)" : ""}, set by ${by}, stands under no service.${whose.length ? ` The Open Cookie Database knows it: ${[...new Set(whose)].join(", ")}.` : ""}`,
        fix: `Add { "name": ${JSON.stringify(name)}, "medium": ${JSON.stringify(medium)}, "purpose": "…", "lifetime": ${JSON.stringify(lifetimeOf(open))} } to the service that stores it.`,
        evidence: { by, seconds },
      });
      continue;
    }
    const lifetimes = items.map(({ lifetime }) => lifetime);
    if (medium == "cookie" && outlives(seconds, lifetimes)) {
      found.push({
        rule: "longer-than-declared",
        level: "warning",
        what,
        message: `${what} lives ${lifetimeIn(seconds!)} and is declared with ${items[0]!.lifetime}.`,
        fix: "Correct the lifetime in the configuration, or shorten the cookie.",
        evidence: { by, seconds, declared: lifetimes },
      });
    }
  }
  return found;
}
