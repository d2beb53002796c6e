import type { MigrationFactories } from "../../catalogue/migrations/kit/migrationFactories.ts";
import type { ServiceFactories } from "../../catalogue/services/kit/serviceFactories.ts";
import type { SignalFactories } from "../../catalogue/signals/kit/signalFactories.ts";

/** What a factory of the catalogue takes. What it cannot do without is reported when the page runs. */
type Given<Factory> = Factory extends (options: infer Options, ...rest: never[]) => unknown
  ? Partial<NonNullable<Options>>
  : object;

/** What stands in maps of the catalogue's ids: each id has the options of its own service, signal or migration. */
export interface CatalogueOptions<Category extends string = string> {
  services: {
    [Id in keyof ServiceFactories]: Omit<Given<ServiceFactories[Id]>, "category"> & {
      category?: Category | "necessary";
    };
  };
  signals: { [Id in keyof SignalFactories]: Given<SignalFactories[Id]> };
  migrations: { [Id in keyof MigrationFactories]: Given<MigrationFactories[Id]> };
}
