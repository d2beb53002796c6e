import type { GateConfig } from "../core/config/config.ts";
import type { Finding, Note } from "../core/problems/problem.ts";
import { dict } from "../lib/dict.ts";
import { listOf } from "../lib/listOf.ts";
import { own } from "../lib/own.ts";
import type { PolicyBase } from "./policyBase.ts";
import { readPolicies, valuesFor, writePolicy, type Directives } from "./readPolicies.ts";
import { addHosts, serviceSources, writeSource, type Sources } from "./serviceSources.ts";
import { covers, overlaps, readSource, type HostSource, type Source } from "./source.ts";

/**
 * A policy before anybody decided: what always holds, and what each service adds while it is permitted. Plain data, so
 * that a server's recipe and a service worker can put it together without this code.
 */
export interface Plan {
  /** Directives with the sources that need no consent. */
  floor: Readonly<Record<string, readonly string[]>>;
  /** What a permitted service adds: its id, then directives with sources. */
  parts: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  /** Directives that hold no sources, as they are written. */
  rest: readonly string[];
  /** Further policies that count beside the first, no matter who permits what. */
  also: readonly string[];
  findings: readonly Finding[];
}

/** What the page itself may do where the site says nothing else. Nothing of it leaves the site's own origin. */
const FLOOR: Readonly<Record<string, readonly string[]>> = {
  "default-src": ["'self'"],
  "script-src": ["'self'"],
  "style-src": ["'self'"],
  "img-src": ["'self'", "data:", "blob:"],
  "font-src": ["'self'", "data:"],
  "connect-src": ["'self'"],
  "media-src": ["'self'", "data:", "blob:"],
  "frame-src": ["'self'"],
  "worker-src": ["'self'", "blob:"],
  "object-src": [],
  "base-uri": ["'self'"],
  "form-action": ["'self'"],
};

/** Directives that only say something where inline code or single elements are distinguished. */
const FINER = /^(script-src|style-src)-(elem|attr)$|^(prefetch|fenced-frame|manifest)-src$/;

/** Puts the site's own policy and its services' hosts together. Never throws. */
export function createPlan(config: GateConfig, base: PolicyBase): Plan {
  const findings: Finding[] = [];
  const note: Note = (code, at) => {
    if (!findings.some((one) => one.code == code && one.at == at)) findings.push({ code, at });
  };
  const text = own(base, "policy");
  const site = readPolicies(typeof text == "string" ? text : "");
  const services = config.services.map((service) => ({
    id: service.id,
    sources: serviceSources(service, note),
  }));
  const allowed: Sources = new Map();
  addHosts(allowed, own(base, "allow"), "allow", note);

  const claimed = services.flatMap(({ sources }) => [...sources.values()].flat());
  const floor = dict<readonly string[]>();
  const parts = dict<Readonly<Record<string, readonly string[]>>>();
  for (const { id } of services) parts[id] = dict<readonly string[]>();
  const guards = inlineGuards(base, site);
  let whole =
    site.length > 1 || site.some((policy) => [...policy.keys()].some((n) => FINER.test(n)));
  for (const name of Object.keys(FLOOR)) {
    const lists = site.flatMap((policy) => {
      const values = valuesFor(policy, name);
      return values ? [values] : [];
    });
    const limit = limitOf(lists, name, guards.length > 0);
    if (limit.uncertain) whole = true;
    floor[name] = floorFor(name, { lists, limit, claimed, base, allowed: allowed.get(name) }, note);
    for (const { id, sources } of services) {
      const added = partFor(sources.get(name) ?? [], lists, limit, `${id} ${name}`, note);
      if (added.length) Object.assign(parts[id]!, { [name]: added });
    }
  }
  const { rest, conflict } = restOf(base, site);
  if (conflict) whole = true;
  return {
    floor,
    parts,
    rest: whole ? rest.ours : [...rest.ours, ...rest.site],
    also: [...(whole ? site.map(writePolicy) : []), ...guards],
    findings,
  };
}

/** What a site's policy lets through for one directive. */
interface Limit {
  /** Each policy's sources, read. */
  read: readonly (readonly Source[])[];
  /** Its keywords, where inline code is judged by them. */
  keywords: readonly string[];
  /** Whether only the policy itself says exactly what it lets through, so that it has to stand beside ours. */
  uncertain: boolean;
  /** Whether our policy leaves inline code to another that counts beside it. */
  leavesInline: boolean;
}

function limitOf(lists: readonly (readonly string[])[], name: string, guarded: boolean): Limit {
  const read = lists.map((list) => list.flatMap((text) => readSource(text) ?? []));
  const isCode = name == "script-src" || name == "style-src";
  const special = (source: Source): boolean =>
    source.kind == "token" || (source.kind == "keyword" && source.word == "strict-dynamic");
  const tells = isCode && read.some((sources) => sources.some(special));
  const bySchemeOnly = (sources: readonly Source[]): boolean =>
    !sources.some((source) => covers(source, SELF)) && sources.some(isRemoteScheme);
  const keywords = isCode
    ? [...new Set(lists.flat())].filter((text) => {
        const source = readSource(text);
        const word = source?.kind == "keyword" ? source.word : "";
        return (
          /^(unsafe-|wasm-unsafe|report-sample)/.test(word) &&
          read.every((sources) => sources.some((one) => one.kind == "keyword" && one.word == word))
        );
      })
    : [];
  return {
    read,
    keywords,
    uncertain: tells || read.some(bySchemeOnly),
    leavesInline: tells || (name == "script-src" && guarded),
  };
}

const SELF: Source = { kind: "keyword", word: "self" };

/** Whether the source is `https:` or another scheme that reaches every host. */
function isRemoteScheme(source: Source): boolean {
  return source.kind == "scheme" && /^(https?|wss?|ftp)$/.test(source.scheme);
}

interface FloorFacts {
  lists: readonly (readonly string[])[];
  limit: Limit;
  /** Hosts that services of the configuration answer for. */
  claimed: readonly HostSource[];
  allowed: readonly HostSource[] | undefined;
  base: PolicyBase;
}

/** The sources of one directive that need no consent. */
function floorFor(name: string, facts: FloorFacts, note: Note): string[] {
  const { lists, limit, claimed, base } = facts;
  const wanted = [...FLOOR[name]!, ...(facts.allowed ?? []).map(writeSource)];
  const kept = wanted.filter((text) => {
    const source = readSource(text)!;
    const fits = limit.read.every((sources) => sources.some((wide) => covers(wide, source)));
    // Whether the page's own origin is one of those that a scheme lets through is for the policy itself to say.
    const perhaps =
      text == "'self'" &&
      limit.read.every((sources) =>
        sources.some((one) => isRemoteScheme(one) || covers(one, SELF)),
      );
    if (!fits && !perhaps && source.kind == "host") note("policy-narrow", `allow ${name} ${text}`);
    return fits || perhaps;
  });
  if (lists.length) {
    for (const text of new Set(lists.flat())) {
      const source = readSource(text);
      if (!source || kept.includes(text)) continue;
      const local = source.kind == "scheme" && !isRemoteScheme(source);
      if (!local && source.kind != "host") continue;
      if (!limit.read.every((sources) => sources.some((wide) => covers(wide, source)))) continue;
      if (source.kind == "host" && claimed.some((host) => overlaps(source, host))) {
        // The site lets through what a service answers for: from now on consent does.
        const wider = !claimed.some((host) =>
          covers({ ...host, scheme: "" }, { ...source, scheme: "" }),
        );
        if (wider) note("policy-overlap", `${name} ${text}`);
        continue;
      }
      kept.push(text);
    }
    if (limit.leavesInline) kept.push(...new Set(["'unsafe-inline'", ...limit.keywords]));
    else kept.push(...limit.keywords);
    return kept;
  }
  const inline = own(base, "inline");
  const loose =
    name == "script-src"
      ? inline === "all" || limit.leavesInline
      : name == "style-src" && inline !== "none";
  return loose ? [...kept, "'unsafe-inline'"] : kept;
}

/** What a permitted service adds to one directive, as far as the site's own policy goes. */
function partFor(
  wanted: readonly HostSource[],
  lists: readonly (readonly string[])[],
  limit: Limit,
  at: string,
  note: Note,
): string[] {
  const added = new Set<string>();
  for (const source of wanted) {
    const text = writeSource(source);
    if (limit.read.every((sources) => sources.some((wide) => covers(wide, source)))) {
      added.add(text);
      continue;
    }
    // The site may have named some of the service's hosts, one by one.
    const named = [...new Set(lists.flat())].filter((one) => {
      const narrow = readSource(one);
      return (
        narrow?.kind == "host" &&
        covers({ ...source, scheme: "" }, { ...narrow, scheme: "" }) &&
        limit.read.every((sources) => sources.some((wide) => covers(wide, narrow)))
      );
    });
    for (const one of named) added.add(one);
    if (!named.length) note("policy-narrow", `${at} ${text}`);
  }
  return [...added];
}

/**
 * Policies that judge inline code and nothing else. Apart from the first, because a nonce in it would let a script of
 * any host through, and frameworks put theirs on every tag.
 */
function inlineGuards(base: PolicyBase, site: readonly Directives[]): string[] {
  const nonce = own(base, "nonce");
  const tokens = [
    ...(typeof nonce == "string" && nonce ? [`'nonce-${nonce}'`] : []),
    ...(listOf(own(base, "hashes"), 1000) ?? []).map((hash) => `'${String(hash)}'`),
  ].filter((token) => readSource(token)?.kind == "token");
  if (!tokens.length || site.some((policy) => valuesFor(policy, "script-src"))) return [];
  return [
    `script-src ${tokens.join(" ")} 'self' https: http: data: blob: 'unsafe-eval' 'wasm-unsafe-eval'`,
  ];
}

/** Directives without sources: the site's own, and ours. */
function restOf(
  base: PolicyBase,
  site: readonly Directives[],
): { rest: { site: string[]; ours: string[] }; conflict: boolean } {
  const [first] = site;
  const theirs = new Map(
    [...(first ?? [])].filter(([name]) => !(name in FLOOR) && name != "child-src"),
  );
  const ours: Directives = new Map();
  const types = own(base, "trustedTypes");
  const names = listOf(types, 50);
  if (types === true || names) {
    const further = (names ?? []).filter(
      (name) => typeof name == "string" && /^[\w#=/@.%-]+$/.test(name),
    ) as string[];
    ours.set("trusted-types", ["consentry", ...further]);
    ours.set("require-trusted-types-for", ["'script'"]);
  }
  const report = own(base, "report");
  const to = own(report, "to");
  const uri = own(report, "uri");
  if (typeof uri == "string" && /^[^\s;,'"]+$/.test(uri) && /^[!-~]+$/.test(uri)) {
    ours.set("report-uri", [uri]);
  }
  if (typeof to == "string" && /^[\w-]+$/.test(to)) ours.set("report-to", [to]);
  const conflict = [...ours.keys()].some((name) => theirs.has(name));
  const write = (list: Directives): string[] => [...list].map((one) => writePolicy(new Map([one])));
  return { rest: { site: write(theirs), ours: write(ours) }, conflict };
}
