import type { Migration } from "../../core/config/parts.ts";
import { dict } from "../../lib/dict.ts";
import { keysOf } from "../../lib/keysOf.ts";
import { listOf } from "../../lib/listOf.ts";
import { own } from "../../lib/own.ts";
import { parseJson } from "../../lib/parseJson.ts";
import { onlyOne } from "./kit/onlyOne.ts";
import type { MigrationOptions } from "./kit/options.ts";
import { readOptions } from "./kit/readOptions.ts";

const MOST = 1000;

/**
 * Usercentrics Web CMP. Browser UI v2 keeps `uc_settings` (services by id, each with its history) and
 * `uc_user_interaction`; v3 keeps `ucData` (services by id, with their names). Only what was decided
 * explicitly counts. Names are those of the markup (`data-usercentrics`), and ids for v2, which keeps none.
 *
 * @confidence medium: v2 as its own migration code reads it; v3 as tools beside it read it, not documented
 * @unverified v3: where `EXPLICIT` stands; without it there, the visitor is asked
 * @source https://support.usercentrics.com/hc/en-us/articles/18656524460700-Manually-blocking-services-prior-consent
 * @source https://docs.usercentrics.com/cmp_browser_sdk/3.1.0/interfaces/Consent.html
 * @source ryanbr/consent-rr v1.58.0 and its notes on uc-block.js and websdk.js
 * @param options what of the other tool answers for what here
 * @throws Nothing. An option that cannot be used is reported as a problem.
 * @example
 * import { createConsent } from "consentry";
 * import { usercentrics } from "consentry/migrate/usercentrics";
 *
 * createConsent({ controller: { name: "Acme BV" }, migrate: [usercentrics({ map: { marketing: "marketing" } })] });
 */
export function usercentrics(options: MigrationOptions): Migration {
  return {
    id: "usercentrics",
    map: readOptions(options).map,
    read({ local }) {
      const json = (key: string): unknown => parseJson(onlyOne([local(key) ?? ""]) ?? "");
      const data = json("ucData");
      return data === undefined ? readV2(json("uc_settings"), local) : readV3(data, json);
    },
    selector: "[data-usercentrics]",
    // Its blocker joins several.
    names: (element) =>
      element
        .getAttribute("data-usercentrics")!
        .split("~|UC|~")
        .filter((name) => name.trim()),
  };
}

function readV3(data: unknown, json: (key: string) => unknown): ReturnType<Migration["read"]> {
  const places = [own(data, "consent"), own(own(data, "gcmStatus"), "consentStatus")];
  places.push(own(json("ucGcmStatus"), "consentStatus"));
  if (!places.some((place) => own(place, "type") === "EXPLICIT")) return null;
  const services = own(own(data, "consent"), "services");
  const answers = dict<boolean>();
  for (const id of keysOf(services).slice(0, MOST)) {
    const service = own(services, id);
    const consent = own(service, "consent");
    if (typeof consent != "boolean") continue;
    const name = own(service, "name");
    for (const key of typeof name == "string" ? [id, name] : [id]) {
      answers[key] = consent && answers[key] !== false;
    }
  }
  const at = own(own(data, "consent"), "updatedAt");
  return { answers, ...(typeof at == "number" && { at }) };
}

function readV2(
  settings: unknown,
  local: (key: string) => string | null,
): ReturnType<Migration["read"]> {
  const services = listOf(own(settings, "services"), MOST);
  if (!services || local("uc_user_interaction") !== "true") return null;
  const answers = dict<boolean>();
  let at = 0;
  for (const service of services) {
    const [id, status] = [own(service, "id"), own(service, "status")];
    const last = listOf(own(service, "history"), MOST)?.at(-1);
    if (typeof id != "string" || typeof status != "boolean") continue;
    // What the tool set by itself (a first visit, another region) is no decision.
    if (own(last, "type") !== "explicit" || own(last, "status") !== status) continue;
    answers[id] = status && answers[id] !== false;
    const time = own(last, "timestamp");
    if (typeof time == "number") at = Math.max(at, time);
  }
  return { answers, ...(at && { at }) };
}

export default usercentrics;
