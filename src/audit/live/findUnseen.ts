import type { Service } from "../../core/config/service.ts";
import { isOf } from "../../testing/findLeaks.ts";
import type { Raw } from "../finding.ts";
import type { StoredReport, VisitReport } from "../report/auditReport.ts";
import type { LiveOptions } from "./liveOptions.ts";

const MOST_NAMES = 4; // of a service in a sentence

/** Names that a service declares and no visit has seen. */
export interface Unseen {
  service: string;
  /** Medium and name. */
  names: string[];
  /** How many it declares. */
  of: number;
}

/** What services declare, without what was stored on any page in any state. */
export function findUnseen(
  stored: readonly StoredReport[],
  services: readonly Pick<Service, "id" | "storage">[],
): Unseen[] {
  return services.flatMap(({ id, storage }) => {
    const names = storage.filter((item) => !stored.some((seen) => isOf(item, seen)));
    if (!names.length) return [];
    return [
      {
        service: id,
        names: names.map(({ medium, name }) => `${medium} ${name}`),
        of: storage.length,
      },
    ];
  });
}

/** `3 of 5: cookie a, cookie b, cookie c`. */
export const unseenText = ({ names, of }: Unseen): string =>
  `${names.length} of ${of}: ${names.slice(0, MOST_NAMES).join(", ")}${names.length > MOST_NAMES ? ", …" : ""}`;

/** A note for each service of which no visit has seen all that it declares. */
export function judgeUnseen(
  page: string,
  visits: readonly VisitReport[],
  { declared, send, site }: LiveOptions,
): Raw[] {
  if (!declared) return [];
  const stored = visits.flatMap((visit) => visit.stored);
  const held = send
    ? ""
    : " Vendors' hits were held, so what their answers set was never seen: --send lets them go.";
  return findUnseen(stored, site.services).map((unseen) => ({
    rule: "declared-unseen",
    level: "note",
    place: { page, state: "all states" },
    service: unseen.service,
    what: unseen.service,
    message: `${unseen.service} declares what was not seen on any page in any state, ${unseenText(unseen)}.`,
    fix: `Delete from the table what is stored nowhere. No visit fills a basket or logs in.${held}`,
    evidence: { names: unseen.names },
  }));
}
