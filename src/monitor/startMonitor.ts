import { matchesHost } from "../lib/matchesHost.ts";
import { judge, judgeKey, ownersOf, type Verdict } from "./judge.ts";
import { storedNames } from "./storedNames.ts";
import type { Sighting, Watched } from "./watched.ts";

/** Milliseconds between two looks at what lies on the device: names are read from outside the page's process. */
const PAUSE_MS = 500;

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
    const key = `${sighting.kind} ${sighting.what} ${sighting.address}`;
    if (!verdict || seen.has(key)) return;
    seen.add(key);
    onSighting({ ...verdict, ...sighting }, href);
  };
  const ownersAt = createOwners(services, own);
  const sawAddress = (text: string, kind: string, from = "", stopped = false): void => {
    const place = /^(?:https?|wss?):\/\/([^/?#]+)/.exec(text)?.[1];
    if (!place || place == location.host) return;
    const owners = ownersAt(place, text);
    const verdict = owners == "own" ? null : judge(owners, permits);
    if (!verdict) return;
    const { host, origin, pathname, href } = new URL(text);
    report(verdict, { kind, what: host, address: origin + pathname, from, stopped }, href);
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

  const realms = new WeakSet<Document>();
  /** Watches one document: the page's, and those of its frames that have no address of their own. */
  const watchRealm = (view: (Window & typeof globalThis) | null): void => {
    try {
      if (!view || realms.has(view.document)) return;
      realms.add(view.document);
      listen(view.document, "securitypolicyviolation", sawViolation);
      const observer = new view.PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
          sawAddress(entry.name, (entry as PerformanceResourceTiming).initiatorType);
        }
        later();
      });
      observer.observe({ type: "resource", buffered: true });
      undo.push(() => observer.disconnect());
    } catch {
      // Another origin's frame: what it does there is its own.
    }
  };
  const frames = new MutationObserver((changes) => {
    for (const { type, addedNodes, target } of changes) {
      // What a frame holds is in no page's tree: one whose address changed has none below it.
      if (type == "attributes") sawFrames(target);
      else addedNodes.forEach(sawFrames);
    }
    later();
  });
  const sawFrames = (node: Node): void => {
    if (!(node instanceof Element && (node.firstChild || node.localName == "iframe"))) return;
    for (const frame of [node, ...node.querySelectorAll("iframe")]) {
      if (!(frame instanceof HTMLIFrameElement)) continue;
      sawAddress(frame.src, "frame");
      const view = (): void =>
        watchRealm(frame.contentWindow as (Window & typeof globalThis) | null);
      view();
      // Its first, empty document gives way to the one that stays.
      listen(frame, "load", view);
    }
  };
  frames.observe(document, { subtree: true, childList: true, attributeFilter: ["src"] });
  undo.push(() => frames.disconnect());

  let timer: ReturnType<typeof setTimeout> | undefined;
  const compare = (): void => {
    clearTimeout(timer);
    timer = undefined;
    for (const [kind, what] of storedNames()) {
      const verdict = judgeKey(what, services, permits);
      report(verdict, { kind, what, address: "", from: "", stopped: false });
    }
  };
  const later = (): void => void (timer ??= setTimeout(compare, PAUSE_MS));
  undo.push(() => clearTimeout(timer));
  // They know the line; what resource timing says of the same comes after.
  for (const event of options.earlier ?? []) sawViolation(event);
  watchRealm(window);
  sawFrames(document.documentElement);
  listen((globalThis as { cookieStore?: EventTarget }).cookieStore, "change", compare);
  listen(globalThis, "load", compare);
  // Before what was seen is sent.
  listen(globalThis, "pagehide", compare, true);
  compare();
  return () => {
    for (const one of undo) one();
  };
}

type Owners = readonly Watched[] | "own";

/** Looks for who answers for a host, or that it is the site's own, once: a page asks the same few again and again. */
function createOwners(
  services: readonly Watched[],
  own: readonly string[],
): (place: string, address: string) => Owners {
  const known = new Map<string, Owners>();
  return (place, address) => {
    let owners = known.get(place);
    if (owners) return owners;
    const { hostname } = new URL(address);
    owners = ownersOf(hostname, services);
    if (
      hostname == location.hostname ||
      (!owners.length && own.some((one) => matchesHost(one, hostname)))
    )
      owners = "own";
    known.set(place, owners);
    return owners;
  };
}
