import type { HostKind } from "../../core/config/service.ts";
import { advertising } from "./advertising.ts";
import { analytics } from "./analytics.ts";
import { functional } from "./functional.ts";
import { google } from "./google.ts";
import type { HostTable } from "./hostFacts.ts";

/**
 * Which host of each service answers which kind of request. Beside the services and not in them: only servers, the
 * monitor and the audit ask for it, and a visitor's browser fetches none of it.
 */
export const hostTable: HostTable = { ...google, ...advertising, ...analytics, ...functional };

/** What a host is taken to answer where nothing is said of it: all but forms and workers. */
const USUAL: readonly HostKind[] = [
  "script",
  "connect",
  "socket",
  "frame",
  "image",
  "style",
  "font",
  "media",
];

/**
 * The kinds of request that a host of a service answers.
 *
 * @param id Id of the service.
 * @param host The host as the service's `hosts` writes it.
 */
export function hostKinds(id: string, host: string): readonly HostKind[] {
  const facts = Object.hasOwn(hostTable, id) ? hostTable[id]!.hosts : {};
  return Object.hasOwn(facts, host) ? (facts[host]!.split(" ") as HostKind[]) : USUAL;
}
