import { hostKinds } from "../catalogue/hosts/hostKinds.ts";
import type { Note } from "../core/problems/problem.ts";
import type { HostKind, Service } from "../core/config/service.ts";
import { keysOf } from "../lib/keysOf.ts";
import { listOf } from "../lib/listOf.ts";
import { own } from "../lib/own.ts";
import { readSource, type HostSource } from "./source.ts";

/** The directive that governs each kind of request. */
export const DIRECTIVE: Readonly<Record<HostKind, string>> = {
  script: "script-src",
  connect: "connect-src",
  socket: "connect-src",
  frame: "frame-src",
  image: "img-src",
  style: "style-src",
  font: "font-src",
  media: "media-src",
  worker: "worker-src",
  form: "form-action",
};

/** More hosts than any vendor has: what is beyond stays blocked. */
const MOST = 200;

/** The sources that one service may be asked at, by directive. */
export type Sources = Map<string, HostSource[]>;

/** Reads the hosts of a service: `hostsFor` where it is given, else `hosts` with what the catalogue knows of them. */
export function serviceSources(service: Service, note: Note): Sources {
  const sources: Sources = new Map();
  const at = `services.${service.id}`;
  const given = own(service, "hostsFor");
  if (given !== undefined) {
    addHosts(sources, given, `${at}.hostsFor`, note);
    return sources;
  }
  for (const host of listOf(own(service, "hosts"), MOST) ?? []) {
    if (typeof host != "string") continue;
    const kinds = hostKinds(service.id, host);
    for (const kind of kinds) add(sources, kind, host, `${at}.hosts`, note);
  }
  return sources;
}

/** Reads a map of kinds to hosts, as `hostsFor` and `allow` are written. */
export function addHosts(sources: Sources, given: unknown, at: string, note: Note): void {
  if (given !== undefined && (given !== Object(given) || listOf(given, 0))) note("wrong-type", at);
  for (const kind of keysOf(given)) {
    const hosts = Object.hasOwn(DIRECTIVE, kind) ? listOf(own(given, kind), MOST) : null;
    if (!hosts) {
      note("wrong-type", `${at}.${kind}`);
      continue;
    }
    for (const host of hosts) add(sources, kind as HostKind, host, `${at}.${kind}`, note);
  }
}

function add(sources: Sources, kind: HostKind, host: unknown, at: string, note: Note): void {
  const source = typeof host == "string" ? readHost(host, kind == "socket") : null;
  if (!source) {
    note("policy-host", at);
    return;
  }
  const list = sources.get(DIRECTIVE[kind]) ?? [];
  if (!list.some((one) => writeSource(one) == writeSource(source))) list.push(source);
  sources.set(DIRECTIVE[kind], list);
}

/**
 * A host as a source with its scheme: https, or wss for a socket, unless another is written. Null for what names no
 * host, or nearly all of them (`*`, `*.com`).
 */
export function readHost(text: string, socket: boolean): HostSource | null {
  const source = readSource(ascii(text.trim()));
  if (source?.kind != "host") return null;
  if (!/^(|https?|wss?)$/.test(source.scheme)) return null;
  if (source.wild && !source.host.includes(".")) return null;
  const safe = source.scheme == "" || source.scheme == "https" || source.scheme == "wss";
  const scheme = socket ? (safe ? "wss" : "ws") : source.scheme || "https";
  // A list of sources is parted by commas and semicolons; readSource lets neither stand in a path.
  return { ...source, scheme };
}

/** A source as a policy writes it. */
export function writeSource({ scheme, wild, host, port, path }: HostSource): string {
  return `${scheme && `${scheme}://`}${wild ? "*." : ""}${host}${port && `:${port}`}${path}`;
}

/** Names in other scripts go into a header in their ASCII form. */
function ascii(text: string): string {
  if (/^[ -~]*$/.test(text)) return text;
  const [, before, name, after] = /^((?:[a-z]+:\/\/)?(?:\*\.)?)([^/:]+)(.*)$/i.exec(text) ?? [];
  try {
    return `${before}${new URL(`https://${name}`).hostname}${after}`;
  } catch {
    return "";
  }
}
