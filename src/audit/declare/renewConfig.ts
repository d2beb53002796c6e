import { isOf } from "../../testing/findLeaks.ts";
import type { ConfigFile } from "../initConfig.ts";
import type { Comparison, WrittenItem } from "./compareDeclared.ts";

/** A configuration with what was seen, and what is left for a person. */
export interface Renewed {
  config: ConfigFile;
  /** One line for each change. */
  done: string[];
  /** One line for each thing that a person has to write or to weigh. */
  byHand: string[];
  /** What is declared now, as findings name it: `cookie _ga`. */
  settled: Set<string>;
}

type Entry = Record<string, unknown>;

const isEntry = (value: unknown): value is Entry =>
  typeof value == "object" && value !== null && !Array.isArray(value);

const isSame = (one: unknown, item: WrittenItem): boolean =>
  isEntry(one) && one["name"] == item.name && one["medium"] == item.medium;

/**
 * Puts into a configuration what was seen and is not declared. Nothing that a site has written is taken away, and
 * nothing becomes necessary: that needs a reason that only a person can give.
 *
 * @param inCatalogue Whether the catalogue has an id.
 */
export function renewConfig(
  existing: ConfigFile,
  { undeclared, longer }: Comparison,
  inCatalogue: (id: string) => boolean,
): Renewed {
  const config = structuredClone(existing);
  const renewed: Renewed = { config, done: [], byHand: [], settled: new Set() };
  const entryOf = (id: string): Entry | null => {
    const services = config["services"];
    const entry: unknown = Array.isArray(services)
      ? services.find((one) => isEntry(one) && one["id"] == id)
      : isEntry(services) && Object.hasOwn(services, id)
        ? services[id]
        : null;
    return isEntry(entry) ? entry : null;
  };
  /** The list of an entry that a page reads: of a catalogue's service what it takes beside its own. */
  const listOf = (entry: Entry, id: string): unknown[] | null => {
    const isList = Array.isArray(config["services"]);
    const key = !isList && inCatalogue(id) ? "erase" : "storage";
    const list = (entry[key] ??= []);
    return Array.isArray(list) ? list : null;
  };
  const add = (id: string, entry: Entry): Entry | null => {
    const services = (config["services"] ??= {});
    if (Array.isArray(services)) services.push({ id, ...entry });
    else if (isEntry(services)) services[id] = entry;
    return entryOf(id);
  };

  for (const { seen, owner, hint, item } of undeclared) {
    const what = `${seen.medium} ${seen.name}`;
    const by = `${what}${seen.host && ` of ${seen.host}`}, set by ${seen.by}`;
    if (!owner) {
      renewed.byHand.push(
        `${by}: ${hint ? `perhaps ${hint}` : "no one knows it"}. Write what it is for, under the service that stores it: ${JSON.stringify(item)}`,
      );
      continue;
    }
    const { id, made, why } = owner;
    const isNew = !entryOf(id);
    // A list holds whole services, which the catalogue's id alone is not.
    if (isNew && !made && Array.isArray(config["services"])) {
      renewed.byHand.push(`${by}: ${why}. Add that service to the list.`);
      continue;
    }
    const entry = entryOf(id) ?? add(id, made ? { ...made, storage: [] } : {});
    const list = entry && owner.by != "catalogue" ? listOf(entry, id) : [];
    if (!list) {
      renewed.byHand.push(`${by}: ${why}. The storage of ${id} is no list.`);
      continue;
    }
    if (owner.by != "catalogue" && !list.some((one) => isSame(one, item))) list.push(item);
    renewed.settled.add(what);
    renewed.done.push(`${what}: ${isNew ? "new service" : "under"} ${id}, because ${why}.`);
  }
  for (const { seen, service, declared, lifetime } of longer) {
    const what = `${seen.medium} ${seen.name}`;
    const entry = entryOf(service);
    const items = ["storage", "erase"].flatMap((key) => {
      const list = entry?.[key];
      return Array.isArray(list) ? list.filter(isEntry) : [];
    });
    const item = items.find((one) => one["lifetime"] == declared && isOf(one as WrittenItem, seen));
    if (!item) {
      renewed.byHand.push(
        `${what} lives ${lifetime}, and the catalogue's ${service} says ${declared}: shorten it.`,
      );
      continue;
    }
    item["lifetime"] = lifetime;
    renewed.settled.add(what);
    renewed.done.push(`${what}: ${lifetime} for ${declared}.`);
  }
  return renewed;
}
