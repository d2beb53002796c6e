import type { Options } from "../../core/config/options.ts";
import { readSite } from "./readSite.ts";

/** A configuration as a server takes it: services of the catalogue, named by their ids, as a list. */
export async function serverOptions(config: object): Promise<Options> {
  const { options, gate } = await readSite(config);
  return { ...options, services: gate.services } as Options;
}
