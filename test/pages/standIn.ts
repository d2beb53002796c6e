import type { Medium, Service, StorageItem } from "../../src/core/config/service.ts";
import { matchesName } from "../../src/lib/matchesName.ts";
import type { Told } from "../contract/calls/expectation.ts";
import { args, show } from "../contract/fakePage.ts";
import { installVendor } from "../contract/installVendor.ts";
import type { Answer } from "./answer.ts";

/** What a vendor's stand-in keeps on the page, for the test to ask for. */
export interface StandIn {
  /** Each time its script ran: the globals that it found, and the attributes of its own tag. */
  found: { window: Record<string, unknown>; attributes: Record<string, string> }[];
  /** Calls of the vendor's functions: path, then arguments. */
  calls: unknown[][];
  /** The globals that a vendor documents, as `show` gives them now. */
  look(): { window: Record<string, unknown>; calls: unknown };
}

declare global {
  var standIn: StandIn | undefined;
}

/** One thing that a stand-in leaves on the device. */
interface Trace {
  medium: Medium;
  name: string;
}

interface Spec {
  paths: readonly string[];
  globals: readonly string[];
  traces: Trace[];
  /** True: it is there before consent, and leaves nothing until it is first called. */
  present: boolean;
}

/** What a service declares that script can write, with a name for each pattern. */
export function traces({ storage }: Service): Trace[] {
  return storage
    .filter((item) => item.party != "third" && !item.httpOnly)
    .map(({ medium, name }) => ({ medium, name: name.replaceAll("*", "x1") }));
}

/** Whether a service declares that something must outlive a withdrawal. */
export function isKept({ storage }: Service, { medium, name }: Trace): boolean {
  const fits = (item: StorageItem): boolean =>
    !!item.keep && item.medium == medium && matchesName(item.name, name);
  return storage.some(fits);
}

/**
 * The script of a stand-in that is made from what the catalogue and the contract suite say of the
 * vendor: it takes down what it finds, brings the vendor's functions, and leaves on the device what
 * the service declares.
 */
export function standInScript(
  service: Service,
  { vendor: paths = [], returns = {}, present = false }: Told & { present?: boolean },
  globals: readonly string[],
): string {
  const spec: Spec = { paths, globals, traces: traces(service), present };
  return `(() => {
    ${String(args)}
    ${String(show)}
    (${String(act)})(${JSON.stringify(spec)}, ${sourceOf(returns)}, show, ${String(installVendor)});
  })();`;
}

export function standInAnswer(script: string): Answer {
  const type = "text/javascript; charset=utf-8";
  return { body: script, headers: { "content-type": type, "access-control-allow-origin": "*" } };
}

/** A value as source text; a function must stand by itself. */
function sourceOf(value: unknown): string {
  if (typeof value == "function") return String(value);
  if (value !== Object(value)) return JSON.stringify(value);
  const parts = Object.entries(value as object).map(
    ([key, part]) => `${JSON.stringify(key)}: ${sourceOf(part)}`,
  );
  return `{ ${parts.join(", ")} }`;
}

/** Runs in the page and sees nothing of this module. */
function act(
  { paths, globals, traces: left, present }: Spec,
  returns: Record<string, unknown>,
  toData: (value: unknown) => unknown,
  install: typeof installVendor,
): void {
  const look = (): Record<string, unknown> =>
    Object.fromEntries(
      globals
        .filter((name) => name in window)
        .map((name) => [name, toData(Reflect.get(window, name))]),
    );
  const calls = window.standIn?.calls ?? [];
  const seen: StandIn = (window.standIn ??= {
    found: [],
    calls,
    look: () => ({ window: look(), calls: toData(calls) }),
  });
  const attributes = [...(document.currentScript?.attributes ?? [])].map(
    ({ name, value }) => [name, value] as const,
  );
  seen.found.push({ window: look(), attributes: Object.fromEntries(attributes) });
  install(window, paths, returns, calls);

  const write = ({ medium, name }: Trace, index: number): void => {
    // Vendors write to the page's own host or to the highest domain that takes a cookie.
    const domain = index % 2 || name.startsWith("__Host-") ? "" : "; domain=shop.test";
    if (medium == "cookie") {
      document.cookie = `${name}=1; path=/; max-age=3600; samesite=lax; secure${domain}`;
    } else if (medium == "indexedDB") {
      const request = indexedDB.open(name);
      request.addEventListener("success", () => request.result.close());
    } else if (medium == "cache") void caches.open(name);
    else window[medium].setItem(name, "1");
  };
  if (!present) left.forEach(write);
  else {
    Object.defineProperty(calls, "push", {
      value: (...items: unknown[][]) => {
        left.splice(0).forEach(write);
        return Array.prototype.push.apply(calls, items);
      },
    });
  }
}
