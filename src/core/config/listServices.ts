import { own } from "../../lib/own.ts";

/**
 * A map of services as a list, where the site declares each of them itself: then no file has to come to say what they are.
 * Undefined for any other, and where an entry could be one of the catalogue.
 *
 * @param map what the options name as `services`
 * @param known ids whose files can be fetched
 */
export function listServices(map: unknown, known: readonly string[]): object[] | undefined {
  try {
    if (Array.isArray(map)) return undefined;
    const list = Object.entries(map as Record<string, object>);
    if (!list.length || !list.every(([id, given]) => !known.includes(id) && isWhole(given)))
      return undefined;
    return list.map(([id, given]) => ({ ...given, id }));
  } catch {
    return undefined; // Nothing, or hostile: judged where options are parsed.
  }
}

/**
 * Whether an entry of a map says all of a service. One of the catalogue has a name of its own: where its file is
 * missing, that is reported.
 */
export function isWhole(given: object): boolean {
  return !!own(given, "name") && !!own(given, "category");
}
