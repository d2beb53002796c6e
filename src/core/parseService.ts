import { dict } from "../lib/dict.ts";
import { isId } from "../lib/isId.ts";
import { keysOf } from "../lib/keysOf.ts";
import { own } from "../lib/own.ts";
import { safeUrl } from "../lib/safeUrl.ts";
import { NECESSARY, type Config } from "./config.ts";
import type { Note } from "./problem.ts";
import type { Basis, Medium, Service, StorageItem } from "./service.ts";

const MEDIA: readonly unknown[] = [
  "cookie",
  "localStorage",
  "sessionStorage",
  "indexedDB",
  "cache",
] satisfies Medium[];
const BASES: readonly unknown[] = ["consent", "necessary", "legitimate-interest"] satisfies Basis[];
/** Categories that exist as soon as a service names them, unless the site listed its own. */
const OFFERED = "functional";

/** Which categories there are, and whether the site fixed them. */
interface Rooms {
  categories: string[];
  fixed: boolean;
}

/**
 * Parses the `services` option: a list of services, or a map of catalogue ids to their options
 * (script tag), which stays to be fetched. A service that cannot be understood is left out with a
 * finding: what it names stays shut, because an unknown id is never permitted.
 */
export function parseServices(
  value: unknown,
  rooms: Rooms,
  note: Note,
): Pick<Config, "services" | "catalogue"> & { services: Service[] } {
  const services: Service[] = [];
  const catalogue = dict<Readonly<Record<string, unknown>>>();
  if (Array.isArray(value)) {
    value.forEach((item: unknown, index) => {
      const service = parseService(item, `services[${index}]`, rooms, note);
      if (!service) return;
      if (services.some(({ id }) => id == service.id) || rooms.categories.includes(service.id)) {
        note("duplicate-id", `services[${index}].id`);
      } else services.push(service);
    });
  } else if (typeof value == "object" && value) {
    for (const id of keysOf(value)) {
      const options = own(value, id);
      if (!isId(id)) note("bad-id", `services.${id}`);
      else if (typeof options != "object" || !options) note("wrong-type", `services.${id}`);
      else catalogue[id] = options as Record<string, unknown>;
    }
  } else if (value !== undefined) note("wrong-type", "services");
  return { services, catalogue };
}

/** Parses one service, or notes why it cannot be used and gives null. */
export function parseService(
  value: unknown,
  at: string,
  { categories, fixed }: Rooms,
  note: Note,
): Service | null {
  const id = own(value, "id");
  const category = own(value, "category");
  if (!isId(id)) {
    note("bad-id", `${at}.id`);
    return null;
  }
  if (category === OFFERED && !fixed && !categories.includes(OFFERED)) {
    categories.splice(1, 0, OFFERED);
  }
  if (typeof category != "string" || !categories.includes(category)) {
    note("unknown-category", `${at}.category`);
    return null;
  }
  const text = (key: string) => {
    const part = own(value, key);
    return typeof part == "string" ? part : "";
  };
  const wanted = own(value, "basis") ?? (category == NECESSARY ? "necessary" : "consent");
  let basis = wanted as Basis;
  if (!BASES.includes(wanted) || (category == NECESSARY && wanted == "consent")) {
    note("wrong-type", `${at}.basis`);
    basis = "consent";
    if (category == NECESSARY) return null;
  }
  if (basis != "consent" && !text("reason")) {
    // Without a reason the site could not defend the basis; consent is asked instead.
    note("reason-missing", `${at}.reason`);
    if (category == NECESSARY) return null;
    basis = "consent";
  }
  const privacyUrl = text("privacyUrl");
  if (privacyUrl && !safeUrl(privacyUrl)) note("bad-url", `${at}.privacyUrl`);
  const provider = own(value, "provider");
  const service: Service = {
    id,
    name: text("name") || id,
    category,
    basis,
    reason: text("reason"),
    purpose: text("purpose"),
    provider: {
      name: String(own(provider, "name") ?? ""),
      country: String(own(provider, "country") ?? ""),
    },
    transfer: texts(own(value, "transfer")),
    privacyUrl: safeUrl(privacyUrl),
    hosts: texts(own(value, "hosts")),
    signals: texts(own(value, "signals")),
    storage: storage(own(value, "storage"), `${at}.storage`, note),
    silencedBy: own(value, "silencedBy") === "revoke" ? "revoke" : "reload",
  };
  for (const call of ["load", "grant", "revoke"] as const) {
    const run = own(value, call);
    if (typeof run == "function") service[call] = run.bind(value) as NonNullable<Service["load"]>;
    else if (run !== undefined) note("wrong-type", `${at}.${call}`);
  }
  return Object.freeze(service);
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((part) => typeof part == "string") : [];
}

function storage(value: unknown, at: string, note: Note): StorageItem[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) {
    note("wrong-type", at);
    return [];
  }
  return value.flatMap((item: unknown, index): StorageItem[] => {
    const name = own(item, "name");
    const medium = own(item, "medium");
    // A name that is all wildcard would erase what belongs to others.
    if (typeof name != "string" || !name.replaceAll("*", "") || !MEDIA.includes(medium)) {
      note("bad-storage-item", `${at}[${index}]`);
      return [];
    }
    return [
      {
        name,
        medium: medium as Medium,
        purpose: String(own(item, "purpose") ?? ""),
        lifetime: String(own(item, "lifetime") ?? ""),
        party: own(item, "party") === "third" ? "third" : "first",
        keep: own(item, "keep") === true,
        httpOnly: own(item, "httpOnly") === true,
      },
    ];
  });
}
