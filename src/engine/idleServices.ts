import type { GateConfig } from "../core/config/config.ts";
import type { Service } from "../core/config/service.ts";

/**
 * Services under consent that have no loader and no signal, and that no mark of the page names. None where a tag manager
 * starts others: what it starts is seen by no one here.
 */
export function idleServices(
  { services }: GateConfig,
  named: ReadonlySet<string>,
): readonly Service[] {
  if (services.some(({ purpose, load }) => purpose == "tags" && load)) return [];
  return services.filter(
    ({ id, category, basis, load, signals }) =>
      !load && !signals && basis == "consent" && !named.has(id) && !named.has(category),
  );
}
