import { dict } from '../lib/dict.js';
import { own } from '../lib/own.js';
import { safeUrl } from '../lib/safeUrl.js';

const MEDIA = [
  "cookie",
  "localStorage",
  "sessionStorage",
  "indexedDB",
  "cache"
];
const BASES = ["consent", "necessary", "legitimate-interest"];
function tidyService(service, note) {
  const at = `services.${service.id}`;
  const { findings } = service;
  for (const { code, at: place } of Array.isArray(findings) ? findings : []) {
    note(code, `${at}.${place}`);
  }
  if (!BASES.includes(service.basis)) note("wrong-type", `${at}.basis`);
  const text = (value) => typeof value == "string" ? value : "";
  const texts = (value) => Array.isArray(value) ? value.filter((part) => typeof part == "string") : [];
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
  if (!Array.isArray(value)) {
    note("wrong-type", at);
    return [];
  }
  return value.flatMap((item, index) => {
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
