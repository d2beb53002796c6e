import type { Service } from "../../core/config/service.ts";
import { matchesHost } from "../../lib/matchesHost.ts";
import { isOf } from "../../testing/findLeaks.ts";
import type { StoredReport } from "../report/auditReport.ts";
import { lookUp, type OpenCookie } from "../vendors/openCookies.ts";
import type { Recogniser } from "../vendors/recogniser.ts";

const LEAST_LETTERS = 4; // of a pattern beside its wildcards: a shorter one fits too much

/** Whose a name is, and how that is known. */
export interface Owner {
  /** Id of a service of the site or the catalogue, or one made from the database's platform. */
  id: string;
  /** Where the facts come from. `catalogue`: the service declares the name already, and the site lacks the service. */
  by: "host" | "catalogue" | "database";
  /** One sentence for a person. */
  why: string;
  /** The name with `*` for what differs between visitors; absent: as it was seen. */
  pattern?: string;
  /** A key of the purposes that Consentry translates. */
  purpose: string;
  /** Of a service that neither the site nor the catalogue has. */
  made?: { name: string; category: "performance" | "marketing" };
}

/** What owners are looked for in. */
export interface OwnerFacts {
  /** Those of the site. */
  services: readonly Service[];
  catalogue: readonly Service[];
  recogniser: Recogniser;
  cookies: readonly OpenCookie[];
  /** Ids of the services whose hosts were asked. */
  asked: ReadonlySet<string>;
}

const PURPOSES: Readonly<Record<string, string>> = {
  Analytics: "analytics",
  Marketing: "advertising",
  Personalization: "personalisation",
  Functional: "preferences",
  Security: "security",
  Necessary: "state",
};
/** What asks for consent by its kind. Whether anything else is necessary only a person can say. */
const CATEGORIES: Readonly<Record<string, "performance" | "marketing">> = {
  Analytics: "performance",
  Marketing: "marketing",
  Personalization: "marketing",
};

/** Whose a stored name is: by the host that set it, by the catalogue, or by the Open Cookie Database. */
export function findOwner(seen: StoredReport, home: string, facts: OwnerFacts): Owner | null {
  return byHost(seen, home, facts) ?? byCatalogue(seen, facts) ?? byDatabase(seen.name, facts);
}

function byHost({ host, by, name }: StoredReport, home: string, facts: OwnerFacts): Owner | null {
  const setter = /^Set-Cookie of (.+)$/.exec(by)?.[1] ?? "";
  for (const from of [setter, host.replace(/^\./, "")]) {
    if (!from || holds(from, home)) continue;
    const service =
      facts.services.find(({ hosts }) => hosts?.some((declared) => matchesHost(declared, from))) ??
      facts.recogniser.byAddress(`https://${from}/`, from);
    if (!service) continue;
    const [open] = lookUp(name, facts.cookies);
    return {
      id: service.id,
      by: "host",
      why: `${from} is a host of ${service.name}`,
      purpose: service.purpose || PURPOSES[open?.category ?? ""] || "state",
      ...(open?.name.includes("*") && { pattern: open.name }),
    };
  }
  return null;
}

function byCatalogue(seen: StoredReport, { catalogue, asked }: OwnerFacts): Owner | null {
  const found = catalogue
    .flatMap((service) =>
      service.storage
        .filter((item) => isOf(item, seen) && letters(item.name) >= LEAST_LETTERS)
        .map((item) => ({ service, item })),
    )
    .toSorted(
      (a, b) =>
        Number(asked.has(b.service.id)) - Number(asked.has(a.service.id)) ||
        letters(b.item.name) - letters(a.item.name),
    );
  const [first, second] = found;
  if (!first) return null;
  const { service, item } = first;
  // Two that are equally likely: only a person can tell.
  const isOpen =
    second &&
    second.service.id != service.id &&
    asked.has(second.service.id) == asked.has(service.id) &&
    letters(second.item.name) == letters(item.name);
  if (isOpen) return null;
  return {
    id: service.id,
    by: "catalogue",
    why: `${service.name} declares ${item.name}`,
    purpose: item.purpose,
    pattern: item.name,
  };
}

/** Whether a cookie of this host is one of the site: its own, or that of a parent domain. */
export const holds = (host: string, home: string): boolean =>
  host == home || home.endsWith(`.${host}`);

const letters = (pattern: string): number => pattern.replaceAll("*", "").length;

function byDatabase(name: string, { services, catalogue, cookies }: OwnerFacts): Owner | null {
  const found = lookUp(name, cookies);
  const [open] = found;
  if (!open || letters(open.name) < LEAST_LETTERS) return null;
  // Two platforms with a cookie of one name: only a person can tell.
  if (found.some(({ platform }) => slug(platform) != slug(open.platform))) return null;
  const id = slug(open.platform);
  const service = [...services, ...catalogue].find(
    (one) => one.id == id || slug(one.name) == id || slug(one.provider?.name ?? "") == id,
  );
  const category = CATEGORIES[open.category];
  if (!id || !(service || category)) return null;
  return {
    id: service?.id ?? id,
    by: "database",
    why: `the Open Cookie Database knows it as ${open.platform} (${open.category.toLowerCase()})`,
    purpose: PURPOSES[open.category] ?? "state",
    ...(open.name.includes("*") && { pattern: open.name }),
    ...(!service && { made: { name: open.platform, category: category! } }),
  };
}

/** A name as an id, or empty where it has no letters for one. */
function slug(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^[^a-z]+|-+$/g, "")
    .slice(0, 60);
}
