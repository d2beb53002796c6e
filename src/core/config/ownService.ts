import { own } from "../../lib/own.ts";
import { SERVICE_IDS } from "./catalogueIds.ts";

const CATALOGUE: readonly string[] = SERVICE_IDS;

/**
 * The service that a site declares itself in a map of services, under its key. Null where the catalogue has that id,
 * which decides what it is, and where no category is named: there only a file could say what it is.
 *
 * @param options what the map holds under the id
 */
export function ownService(id: string, options: object): object | null {
  const isOwn = own(options, "category") !== undefined && !CATALOGUE.includes(id);
  return isOwn ? { ...options, id } : null;
}
