import { dict } from "../../lib/dict.ts";
import { listOf } from "../../lib/listOf.ts";
import { own } from "../../lib/own.ts";
import { safeUrl } from "../../lib/safeUrl.ts";
import type { Note, ProblemCode } from "../problems/problem.ts";
import type { Medium, Service, StorageItem } from "./service.ts";

const MEDIA: readonly unknown[] = [
  "cookie",
  "localStorage",
  "sessionStorage",
  "indexedDB",
  "cache",
] satisfies Medium[];

/** Longer lists are cut: no one reads them. */
const MOST = 1000;

const text = (value: unknown): string => (typeof value == "string" ? value : "");

/** Makes every field of a parsed service what its type says; what does not fit is noted and left out. */
export function tidyService(service: Service, note: Note): Service {
  const at = `services.${service.id}`;
  // What a catalogue service found wrong with its options travels with it.
  for (const finding of listOf(own(service, "findings"), MOST) ?? []) {
    const place = own(finding, "at");
    note(
      own(finding, "code") as ProblemCode,
      typeof place == "string" && place ? `${at}.${place}` : at,
      own(finding, "names") as readonly string[],
    );
  }
  const texts = (value: unknown): string[] =>
    (listOf(value, MOST) ?? []).filter((part) => typeof part == "string");
  const privacyUrl = text(service.privacyUrl);
  if (privacyUrl && !safeUrl(privacyUrl)) note("bad-url", `${at}.privacyUrl`);
  for (const call of ["load", "grant", "revoke"] as const) {
    if (service[call] !== undefined && typeof service[call] != "function") {
      note("wrong-type", `${at}.${call}`);
    }
  }
  const tidy: Service = Object.assign(dict<never>(), service, {
    name: text(service.name) || service.id,
    reason: text(service.reason),
    purpose: text(service.purpose),
    provider: {
      name: text(own(service.provider, "name")),
      country: text(own(service.provider, "country")),
    },
    transfer: texts(service.transfer),
    privacyUrl: safeUrl(privacyUrl),
    hosts: texts(service.hosts),
    storage: tidyStorage(service.storage, `${at}.storage`, note),
  });
  return Object.freeze(tidy);
}

function tidyStorage(value: unknown, at: string, note: Note): StorageItem[] {
  if (value === undefined) return [];
  const items = listOf(value, MOST);
  if (!items) {
    note("wrong-type", at);
    return [];
  }
  return items.flatMap((item, index): StorageItem[] => {
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
        purpose: text(own(item, "purpose")),
        lifetime: text(own(item, "lifetime")),
        party: own(item, "party") === "third" ? "third" : "first",
        keep: own(item, "keep") === true,
        httpOnly: own(item, "httpOnly") === true,
      },
    ];
  });
}
