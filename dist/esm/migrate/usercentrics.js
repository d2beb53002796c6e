import { dict } from '../lib/dict.js';
import { keysOf } from '../lib/keysOf.js';
import { listOf } from '../lib/listOf.js';
import { own } from '../lib/own.js';
import { parseJson } from '../lib/parseJson.js';
import { onlyOne } from './kit/onlyOne.js';
import { readOptions } from './kit/readOptions.js';

const MOST = 1e3;
function usercentrics(options) {
  return {
    id: "usercentrics",
    map: readOptions(options).map,
    read({ local }) {
      const json = (key) => parseJson(onlyOne([local(key) ?? ""]) ?? "");
      const data = json("ucData");
      return data === void 0 ? readV2(json("uc_settings"), local) : readV3(data, json);
    },
    selector: "[data-usercentrics]",
    // Its blocker joins several.
    names: (element) => element.getAttribute("data-usercentrics").split("~|UC|~").filter((name) => name.trim())
  };
}
function readV3(data, json) {
  const places = [own(data, "consent"), own(own(data, "gcmStatus"), "consentStatus")];
  places.push(own(json("ucGcmStatus"), "consentStatus"));
  if (!places.some((place) => own(place, "type") === "EXPLICIT")) return null;
  const services = own(own(data, "consent"), "services");
  const answers = dict();
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
  return { answers, ...typeof at == "number" && { at } };
}
function readV2(settings, local) {
  const services = listOf(own(settings, "services"), MOST);
  if (!services || local("uc_user_interaction") !== "true") return null;
  const answers = dict();
  let at = 0;
  for (const service of services) {
    const [id, status] = [own(service, "id"), own(service, "status")];
    const last = listOf(own(service, "history"), MOST)?.at(-1);
    if (typeof id != "string" || typeof status != "boolean") continue;
    if (own(last, "type") !== "explicit" || own(last, "status") !== status) continue;
    answers[id] = status && answers[id] !== false;
    const time = own(last, "timestamp");
    if (typeof time == "number") at = Math.max(at, time);
  }
  return { answers, ...at && { at } };
}

export { usercentrics as default, usercentrics };
