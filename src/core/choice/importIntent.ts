import { NECESSARY, type GateConfig } from "../config/config.ts";
import type { Migration, MigrationWorld } from "../config/parts.ts";
import { dict } from "../../lib/dict.ts";
import { optionalCategories } from "./optionalCategories.ts";
import type { Intent } from "./state.ts";

const DAY = 86_400_000; // milliseconds

/**
 * What an earlier decision says about this site's categories and services, or null where there is none
 * that counts: none made, too old for this site's own lifetime, dated in the future, or about nothing here.
 *
 * An id has an answer when everything that the mapping leads to it was answered, and a yes only when all of
 * that was a yes. A category without its own answer has one when each of its services that ask for
 * consent has: sites that came from a tool of services alone need not ask again.
 *
 * @param grants whether a yes counts. Any host of the domain can plant the earlier tool's cookie; a planted refusal
 *   harms no one, a planted yes would be consent that no one gave
 */
export function importIntent(
  migration: Migration,
  world: MigrationWorld,
  config: GateConfig,
  now: number,
  grants: boolean,
): Intent | null {
  const earlier = migration.read(world);
  if (!earlier) return null;
  const { answers, at = now } = earlier;
  if (!(now - at <= config.days * DAY && at - now <= DAY)) return null;

  const choices = dict<boolean>();
  const open = new Set<string>();
  for (const name of Object.keys(migration.map)) {
    const answer = Object.hasOwn(answers, name) ? answers[name] : undefined;
    for (const id of migration.map[name]!.split(/\s+/)) {
      if (answer === undefined) open.add(id);
      else if (id && id != NECESSARY) choices[id] = answer && choices[id] !== false;
    }
  }
  // Half an answer is no yes; half a refusal is one.
  for (const id of open) if (choices[id]) delete choices[id];

  const asked = optionalCategories(config);
  for (const category of asked) {
    const services = config.services.filter(
      (service) => service.category == category && service.basis == "consent",
    );
    if (category in choices || open.has(category) || !services.length) continue;
    if (services.every(({ id }) => id in choices)) {
      choices[category] = services.every(({ id }) => choices[id]);
    }
  }
  // At the end: a category follows its services only where all of them were answered.
  if (!grants) for (const id of Object.keys(choices)) if (choices[id]) delete choices[id];
  if (!asked.some((id) => id in choices)) return null;
  return { kind: "save", choices, source: "import", trusted: false, partial: true };
}
