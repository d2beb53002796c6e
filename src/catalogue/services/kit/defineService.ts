import type { Note } from "../../../core/problems/problem.ts";
import type { Service, StorageItem } from "../../../core/config/service.ts";
import { keysOf } from "../../../lib/keysOf.ts";
import { own } from "../../../lib/own.ts";
import type { Made, ServiceOptions } from "./options.ts";
import { unknownOptions } from "./unknownOptions.ts";

/**
 * Reads one option as text: `pattern` is the vendor's plain format, so that nothing else reaches a
 * URL. Absent or unfit gives `fallback`; unfit is also a finding.
 */
export type Read = (key: string, pattern: RegExp, fallback?: string) => string;

/** The vendor's calls, and what else of the service depends on its own options. */
export type Calls = {
  [Key in "load" | "grant" | "revoke" | "silencedBy" | "hosts" | "storage" | "dataLayer"]?:
    Service[Key] | undefined;
};

const COMMON = [
  "name",
  "category",
  "basis",
  "reason",
  "purpose",
  "provider",
  "transfer",
  "privacyUrl",
  "hosts",
  "storage",
  "signals",
  "stubs",
  "hostsFor",
] satisfies (keyof ServiceOptions)[];

/**
 * Makes a service from the facts of its vendor and the site's options of unknown origin. `calls` is
 * asked for what depends on the vendor's own options; without a `load` (no id) the service is only
 * declared, and the page's own markup starts it. Never throws: unfit options are findings that
 * travel with the service and are reported when the configuration is parsed.
 *
 * @param names options that `calls` reads otherwise than by `read`
 */
export function defineService<const Id extends string, Category extends string>(
  facts: Service<Id>,
  options: unknown,
  calls?: (read: Read, mistake: Note) => Calls,
  names: readonly string[] = [],
): Made<Id, Category> {
  // Its category is the vendor's usual one, or what the options say: the factory's own type knows which.
  const service = { ...facts, findings: [] } as unknown as Made<Id, Category>;
  // Not called `note`: the build cuts the words out of every call of that name.
  const mistake: Note = (code, at) => service.findings.push({ code, at });
  if (options !== undefined && (typeof options != "object" || !options)) mistake("wrong-type", "");
  const known = [...names];
  /** What the loader needs: whether the site names it. */
  const needed: Record<string, boolean> = {};
  const read: Read = (key, pattern, fallback) => {
    const value = own(options, key);
    known.push(key);
    if (fallback == null) needed[key] = value !== undefined;
    if (value === undefined) return fallback ?? "";
    if ((typeof value == "string" || typeof value == "number") && pattern.test(`${value}`)) {
      return `${value}`;
    }
    // With the form that the vendor gives out: what is wrong is seen by that.
    mistake("option-format", `${key} (${String(pattern)})`);
    return fallback ?? "";
  };
  const set = (from: unknown, keys: readonly string[]): void => {
    for (const key of keys) {
      const value = own(from, key);
      if (value !== undefined) Reflect.set(service, key, value);
    }
  };
  const made = calls?.(read, mistake);
  service.findings.push(...unknownOptions(options, [...known, "erase", ...COMMON]));
  set(made, keysOf(made));
  set(options, COMMON);
  const more = own(options, "erase");
  if (Array.isArray(more)) service.storage = service.storage.concat(more as StorageItem[]);
  else if (more !== undefined) mistake("wrong-type", "erase");
  const lacks = keysOf(needed).filter((key) => !needed[key]);
  if (lacks[0] && !service.load) {
    // Hosts alone may be why the rest is given.
    if (lacks.length == keysOf(needed).length || made?.hosts) service.lacks = lacks;
    else for (const key of lacks) mistake("option-missing", key);
  }
  return service;
}
