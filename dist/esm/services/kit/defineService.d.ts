import type { Note } from "../../core/problem.ts";
import type { Service } from "../../core/service.ts";
import type { Made } from "./options.ts";
/**
 * Reads one option as text: `pattern` is the vendor's plain format, so that nothing else reaches a
 * URL. Absent or unfit gives `fallback`; unfit is also a finding.
 */
export type Read = (key: string, pattern: RegExp, fallback?: string) => string;
/** The vendor's calls, and what else of the service depends on its own options. */
export type Calls = {
    [Key in "load" | "grant" | "revoke" | "silencedBy" | "hosts" | "storage"]?: Service[Key] | undefined;
};
/**
 * Makes a service from the facts of its vendor and the site's options of unknown origin. `calls` is
 * asked for what depends on the vendor's own options; without a `load` (no id) the service is only
 * declared, and the page's own markup starts it. Never throws: unfit options are findings that
 * travel with the service and are told when the configuration is parsed.
 */
export declare function defineService(facts: Service, options: unknown, calls?: (read: Read, mistake: Note) => Calls): Made;
