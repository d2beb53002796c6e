import { matchesName } from '../lib/matchesName.js';

const LOG = { medium: "indexedDB", name: "consentry" };
const OURS = [
  LOG,
  { medium: "cookie", name: "consentry" },
  { medium: "cookie", name: "__Host-consentry" },
  { medium: "localStorage", name: "consentry/*" },
  { medium: "sessionStorage", name: "consentry:clean-up" }
];
function findLeaks(evidence) {
  const { requests, stored, before, site, permitted, own = [], allow = {} } = evidence;
  const fits = (patterns = [], name) => patterns.some((pattern) => matchesName(pattern, name));
  const isPermitted = (ids) => ids.some((id) => permitted.includes(id));
  const asked = requests.filter(({ host, services }) => {
    if (evidence.pages.includes(host) || isPermitted(services)) return false;
    return services.length > 0 || !(fits(own, host) || fits(allow.hosts, host));
  }).map(({ method, url, host, type, services, navigation }) => ({
    kind: "request",
    name: `${method} ${url.split(/[?#]/)[0]}`.trim(),
    host,
    medium: type,
    services,
    navigation
  }));
  const old = flat(before);
  const lies = flat(stored).filter((item) => !(evidence.decided ? OURS : [LOG]).some((ours) => isOf(ours, item))).filter(
    (item) => !old.some(
      ({ medium, name, host }) => medium == item.medium && name == item.name && host == item.host
    )
  ).filter(({ name }) => !fits(allow.storage, name)).map((item) => ({ ...item, services: declaredBy(site, item) })).filter(({ services }) => !isPermitted(services)).map((item) => ({ kind: "storage", navigation: 0, ...item }));
  return [...asked, ...lies];
}
function findRemains(stored, site, id, permitted) {
  const items = site.services.find((service) => service.id == id)?.storage ?? [];
  const erasable = items.filter((item) => !item.keep && !item.httpOnly && item.party != "third");
  return flat(stored).filter((item) => erasable.some((declared) => isOf(declared, item))).map((item) => ({ ...item, services: declaredBy(site, item) })).filter(({ services }) => !services.some((other) => permitted.includes(other))).map((item) => ({ kind: "storage", navigation: 0, ...item }));
}
function declaredBy(site, item) {
  const services = site?.services ?? [];
  return services.filter(({ storage }) => storage.some((declared) => isOf(declared, item))).map(({ id }) => id);
}
function isOf(declared, { medium, name }) {
  if (declared.medium != medium) return false;
  if (matchesName(declared.name, name)) return true;
  try {
    return matchesName(declared.name, decodeURIComponent(name));
  } catch {
    return false;
  }
}
function flat({ cookies, localStorage, sessionStorage, databases, caches }) {
  const own = (medium, names) => names.map((name) => ({ medium, name, host: "" }));
  return [
    ...cookies.map(({ name, host }) => ({ medium: "cookie", name, host })),
    ...own("localStorage", localStorage),
    ...own("sessionStorage", sessionStorage),
    ...own("indexedDB", databases),
    ...own("cache", caches)
  ];
}

export { findLeaks, findRemains };
