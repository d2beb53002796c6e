import { readdirSync } from "node:fs";
import type { Service } from "../../core/config/service.ts";
import { loadDoor } from "./loadDoor.ts";
import { packageFile } from "./packageFile.ts";

/** Every service of the catalogue as it is without options of a site. */
export async function loadCatalogue(): Promise<Service[]> {
  const ids = readdirSync(packageFile("dist/esm/catalogue/services"))
    .filter((file) => file.endsWith(".js"))
    .map((file) => file.slice(0, -3));
  return Promise.all(
    ids.map(async (id) => {
      const factory = await loadDoor("catalogue/services", id);
      return Reflect.apply(factory as () => Service, undefined, []);
    }),
  );
}
