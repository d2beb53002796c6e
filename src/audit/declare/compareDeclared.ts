import type { StorageItem } from "../../core/config/service.ts";
import { isOf } from "../../testing/findLeaks.ts";
import { findUnseen, type Unseen } from "../live/findUnseen.ts";
import { OURS } from "../live/judgeState.ts";
import { lifetimeIn, outlives } from "../live/lifetimes.ts";
import type { StoredReport } from "../report/auditReport.ts";
import { lookUp } from "../vendors/openCookies.ts";
import { findOwner, holds, type Owner, type OwnerFacts } from "./findOwner.ts";

/** What a configuration writes for a name: the fields that differ from their defaults. */
export type WrittenItem = Pick<StorageItem, "name" | "medium" | "purpose" | "lifetime"> &
  Partial<Pick<StorageItem, "party" | "httpOnly">>;

/** A name that stands under no service, and whose it is; `owner` is null where no one knows. */
export interface Undeclared {
  seen: StoredReport;
  owner: Owner | null;
  /** What the Open Cookie Database says of the name, or empty. */
  hint: string;
  item: WrittenItem;
}

/** A cookie that lives longer than its declaration says. */
export interface Longer {
  seen: StoredReport;
  service: string;
  declared: string;
  lifetime: string;
}

/** What was seen against what is declared. */
export interface Comparison {
  undeclared: Undeclared[];
  longer: Longer[];
  /** Names that are declared and were not seen, by service. */
  unseen: Unseen[];
}

/**
 * Compares all that was stored on any page in any state with the storage that the site's services declare.
 *
 * @param home Host of the site; cookies of other hosts are third-party ones.
 */
export function compareDeclared(
  stored: readonly StoredReport[],
  home: string,
  facts: OwnerFacts,
): Comparison {
  const { services } = facts;
  const ours = stored.filter(({ name }) => !OURS.test(name));
  const compared: Comparison = {
    undeclared: [],
    longer: [],
    unseen: findUnseen(ours, services),
  };
  for (const seen of longestOf(ours)) {
    const declaring = services.flatMap(({ id, storage }) =>
      storage.filter((item) => isOf(item, seen)).map((item) => ({ id, item })),
    );
    if (!declaring.length) {
      const owner = findOwner(seen, home, facts);
      const hint = [
        ...new Set(
          lookUp(seen.name, facts.cookies).map(
            ({ platform, category }) => `${platform} (${category.toLowerCase()})`,
          ),
        ),
      ].join(", ");
      compared.undeclared.push({ seen, owner, hint, item: itemOf(seen, owner, home) });
      continue;
    }
    const lifetimes = declaring.map(({ item }) => item.lifetime);
    if (seen.medium == "cookie" && outlives(seen.seconds, lifetimes)) {
      const [first] = declaring;
      compared.longer.push({
        seen,
        service: first!.id,
        declared: first!.item.lifetime,
        lifetime: lifetimeIn(seen.seconds!),
      });
    }
  }
  return compared;
}

/** Each name once, with the longest life that it was seen with. */
function longestOf(stored: readonly StoredReport[]): StoredReport[] {
  const known = new Map<string, StoredReport>();
  for (const one of stored) {
    const key = `${one.medium} ${one.name} ${one.host.replace(/^\./, "")}`;
    const old = known.get(key);
    if (!old || (one.seconds ?? 0) > (old.seconds ?? 0)) known.set(key, one);
  }
  return [...known.values()];
}

function itemOf(seen: StoredReport, owner: Owner | null, home: string): WrittenItem {
  const { medium, name, host, httpOnly, seconds } = seen;
  const isSession = medium == "sessionStorage" || (medium == "cookie" && seconds == null);
  const plain = host.replace(/^\./, "");
  return {
    name: owner?.pattern ?? name,
    medium: medium as StorageItem["medium"],
    purpose: owner?.purpose ?? "…",
    lifetime: isSession ? "session" : seconds == null ? "persistent" : lifetimeIn(seconds),
    ...(plain && !holds(plain, home) && { party: "third" }),
    ...(httpOnly && { httpOnly }),
  };
}
