import { idIn } from "./vendors/recogniser.ts";

/** A configuration file that a page takes by `data-config`. */
export type ConfigFile = Record<string, unknown>;

/** What `--init` wrote and what is left for a person. */
export interface Started {
  config: ConfigFile;
  /** Ids of services that were added. */
  added: string[];
  /** Of those, the ones that the library starts by itself, because their id was read. */
  started: string[];
}

/**
 * A first configuration, or the one that is there with the services added that were found. Nothing that a
 * site has written is changed.
 *
 * @param found Services and the text of their snippets or addresses, which hold the site's ids.
 * @param withIds Whether the library starts the services itself. False where the page's own snippets are
 *   marked and stay: both would start them twice.
 */
export function initConfig(
  existing: ConfigFile | null,
  found: ReadonlyMap<string, string>,
  name: string,
  withIds: boolean,
): Started {
  const config: ConfigFile = existing ?? { controller: { name }, policyUrl: "/privacy" };
  const services: unknown = config["services"] ?? {};
  const added: string[] = [];
  const started: string[] = [];
  // A list holds a site's own services in full; what is added to it would be no whole service.
  if (typeof services != "object" || !services || Array.isArray(services)) {
    return { config, added, started };
  }
  const map: Record<string, unknown> = { ...services };
  for (const [id, text] of [...found].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (Object.hasOwn(map, id)) continue;
    const options = withIds ? idIn(text, id) : null;
    map[id] = options ?? {};
    added.push(id);
    if (options) started.push(id);
  }
  return { config: { ...config, services: map }, added, started };
}
