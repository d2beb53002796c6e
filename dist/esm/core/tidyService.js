import { dict } from '../lib/dict.js';
import { listOf } from '../lib/listOf.js';
import { own } from '../lib/own.js';
import { safeUrl } from '../lib/safeUrl.js';

const MEDIA = [
  "cookie",
  "localStorage",
  "sessionStorage",
  "indexedDB",
  "cache"
];
const MOST = 1e3;
function tidyService(service, note) {
  const at = `services.${service.id}`;
  for (const finding of listOf(own(service, "findings"), MOST) ?? []) {
    const place = own(finding, "at");
    note(
      own(finding, "code"),
      typeof place == "string" && place ? `${at}.${place}` : at
    );
  }
  const text = (value) => typeof value == "string" ? value : "";
  const texts = (value) => (listOf(value, MOST) ?? []).filter((part) => typeof part == "string");
  const privacyUrl = text(service.privacyUrl);
  if (privacyUrl && !safeUrl(privacyUrl)) note("bad-url", `${at}.privacyUrl`);
  for (const call of ["load", "grant", "revoke"]) {
    if (service[call] !== void 0 && typeof service[call] != "function") {
      note("wrong-type", `${at}.${call}`);
    }
  }
  const tidy = Object.assign(dict(), service, {
    name: text(service.name) || service.id,
    reason: text(service.reason),
    purpose: text(service.purpose),
    provider: {
      name: text(own(service.provider, "name")),
      country: text(own(service.provider, "country"))
    },
    transfer: texts(service.transfer),
    privacyUrl: safeUrl(privacyUrl),
    hosts: texts(service.hosts),
    storage: tidyStorage(service.storage, `${at}.storage`, note)
  });
  return Object.freeze(tidy);
}
function tidyStorage(value, at, note) {
  if (value === void 0) return [];
  const items = listOf(value, MOST);
  if (!items) {
    note("wrong-type", at);
    return [];
  }
  return items.flatMap((item, index) => {
    const name = own(item, "name");
    const medium = own(item, "medium");
    if (typeof name != "string" || !name.replaceAll("*", "") || !MEDIA.includes(medium)) {
      note("bad-storage-item", `${at}[${index}]`);
      return [];
    }
    const words = (key) => {
      const text = own(item, key);
      return typeof text == "string" ? text : "";
    };
    return [
      {
        name,
        medium,
        purpose: words("purpose"),
        lifetime: words("lifetime"),
        party: own(item, "party") === "third" ? "third" : "first",
        keep: own(item, "keep") === true,
        httpOnly: own(item, "httpOnly") === true
      }
    ];
  });
}

export { tidyService };
