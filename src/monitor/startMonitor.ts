import { matchesHost } from "../lib/matchesHost.ts";
import { indexHosts, judge, ownersOfKey, type Owners, type Verdict } from "./judge.ts";
import { storedNames } from "./storedNames.ts";
import { watchFrames } from "./watchFrames.ts";
import { watchRequests } from "./watchRequests.ts";
import type { Sighting, Watched } from "./watched.ts";

/** Milliseconds between two looks at requests, and at what lies on the device. */
const PAUSE_MS = 1000;

/** What the monitor is given. */
export interface MonitorOptions {
  /** The declared services. */
  services: readonly Watched[];
  /**
   * Whether an id is permitted now: `consent.permits`.
   *
   * @param id category or service
   */
  permits(id: string): boolean;
  /**
   * Called once for each thing seen.
   *
   * @param sighting what was seen, with nothing that can tell of a visitor
   * @param href the whole address with its query, or empty: for the owner's own screen, never to be sent
   */
  onSighting(sighting: Sighting, href: string): void;
  /** Policy violations from before the start, which the browser keeps for no one. Default none. */
  earlier?: readonly SecurityPolicyViolationEvent[];
  /** Hosts of the site's own besides the page's, `*.` for any subdomain. Default none. */
  own?: readonly string[];
}

/**
 * Watches what leaves the page and what is left on the device, without changing a function of the page:
 * policy
 * violations (those only reported too), resource timing, new frames, cookies, keys. Gives the undo.
 *
 * @throws never
 * @example
 * import { startMonitor, type Watched } from "consentry/monitor";
 *
 * declare const services: readonly Watched[];
 * const stop = startMonitor({ services, permits: () => false, onSighting: console.warn });
 * stop();
 */
export function startMonitor(options: MonitorOptions): () => void {
  const { services, onSighting, own = [] } = options;
  const permits = (id: string): boolean => options.permits(id);
  const seen = new Set<string>();
  const undo: (() => void)[] = [];
  const report = (
    verdict: Verdict,
    sighting: Omit<Sighting, "verdict" | "service">,
    href = "",
  ): void => {
    const key = sighting.kind + (sighting.address || sighting.what);
    if (!verdict || seen.has(key)) return;
    seen.add(key);
    onSighting({ ...verdict, ...sighting }, href);
  };
  /** Who was permitted since a pause began: what came in it is judged at its end. */
  let before: string[] = [];
  const didPermit = (id: string): boolean => before.includes(id) || permits(id);
  const answering = indexHosts(services);
  const ownersAt = remember((host) => {
    if (host == location.hostname) return null;
    const owners = answering(host);
    return !owners.length && own.some((one) => matchesHost(one, host)) ? null : owners;
  });
  const ownersNamed = remember((name) => ownersOfKey(name, services));
  const sawAddress = (text: string, kind: string, from = "", stopped = false): void => {
    // As the browser writes it: in small letters, and perhaps with a port.
    const host = /^\w+:\/\/(\[[^\]]*]|[^/?#:]+)/.exec(text)?.[1];
    const verdict = host ? judge(ownersAt(host), didPermit) : null;
    if (!verdict || seen.has(kind + text.split(/[?#]/, 1)[0])) return;
    const { host: what, origin, pathname, href } = new URL(text);
    report(verdict, { kind, what, address: origin + pathname, from, stopped }, href);
  };
  const sawViolation = (event: SecurityPolicyViolationEvent): void => {
    const { blockedURI, effectiveDirective, sourceFile, lineNumber, disposition } = event;
    const from = sourceFile ? `${sourceFile}:${lineNumber}` : "";
    const kind = effectiveDirective.replace(/-src(-elem|-attr)?$/, "");
    sawAddress(blockedURI, kind, from, disposition == "enforce");
  };
  const listen = <Event>(
    target: EventTarget | undefined,
    name: string,
    listener: (event: Event) => void,
    capture = false,
  ): void => {
    const call = listener as unknown as EventListener;
    target?.addEventListener(name, call, capture);
    undo.push(() => target?.removeEventListener(name, call, capture));
  };

  const resume: (() => void)[] = [];
  const realms = new WeakSet<Document>();
  /** Watches one document: the page's, and those of its frames that have no address of their own. */
  const watchRealm = (view: (Window & typeof globalThis) | null): void => {
    try {
      if (!view || realms.has(view.document)) return;
      realms.add(view.document);
      listen(view.document, "securitypolicyviolation", sawViolation);
      const requests = watchRequests(view, sawAddress, later);
      resume.push(requests.resume);
      undo.push(requests.stop);
    } catch {
      // Another origin's frame: what it does there is its own.
    }
  };
  const sawFrame = (frame: HTMLIFrameElement): void => {
    sawAddress(frame.src, "frame");
    const view = (): void => watchRealm(frame.contentWindow as (Window & typeof globalThis) | null);
    view();
    // Its first, empty document gives way to the one that stays.
    listen(frame, "load", view);
  };

  let timer: ReturnType<typeof setTimeout> | undefined;
  const compare = (): void => {
    clearTimeout(timer);
    timer = undefined;
    for (const one of resume) one();
    before = [];
    for (const [kind, what] of storedNames()) {
      report(judge(ownersNamed(what), permits), {
        kind,
        what,
        address: "",
        from: "",
        stopped: false,
      });
    }
  };
  const note = (): void => {
    before.push(...services.map(({ id }) => id).filter(permits));
    timer ??= setTimeout(compare, PAUSE_MS);
  };
  const later = (): void => void (timer || note());
  // What is granted and withdrawn within one pause was permitted in it.
  listen(document, "consentry:change", note);
  undo.push(() => clearTimeout(timer));
  // They know the line; what resource timing says of the same comes after.
  for (const event of options.earlier ?? []) sawViolation(event);
  watchRealm(window);
  undo.push(watchFrames(sawFrame, later));
  listen((globalThis as { cookieStore?: EventTarget }).cookieStore, "change", later);
  listen(globalThis, "load", compare);
  // Before what was seen is sent.
  listen(globalThis, "pagehide", compare, true);
  compare();
  return () => {
    for (const one of undo) one();
  };
}

/** Asks once for each name: a page uses the same few again and again. */
function remember(find: (name: string) => Owners): (name: string) => Owners {
  const known = new Map<string, Owners>();
  return (name) => {
    if (!known.has(name)) known.set(name, find(name));
    return known.get(name)!;
  };
}
