import { readFile } from 'node:fs/promises';
import { i as isId, k as keysOf } from './keysOf.js';
import { o as own } from './own.js';
import { C as CommandError, E as EXIT } from './exitCodes.js';
import { pathToFileURL } from 'node:url';
import { createRequire } from 'node:module';
import { join, dirname } from 'node:path';

const NECESSARY = "necessary";

function packageFile(...path) {
  const manifest = createRequire(import.meta.url).resolve("consentry/package.json");
  return join(dirname(manifest), ...path);
}

function dict() {
  return /* @__PURE__ */ Object.create(null);
}

const OFFERED = "functional";
function parseService(value, at, categories, fixed, note) {
  const service = dict();
  try {
    Object.assign(service, value);
  } catch {
  }
  const { id, category, basis, reason } = service;
  if (category === OFFERED && !fixed && !categories.includes(OFFERED)) {
    categories.splice(1, 0, OFFERED);
  }
  const isNew = isId(id) && !categories.includes(id);
  if (isNew && categories.includes(category)) {
    const always = category == NECESSARY;
    const other = basis ?? (always ? NECESSARY : void 0);
    const known = other === NECESSARY || other === "legitimate-interest";
    const holds = known && typeof reason == "string" && reason;
    service.basis = holds ? other : "consent";
    if (!holds && (known || always)) note("reason-missing", `${at}.reason`);
    return holds || !always ? service : null;
  }
  note(isNew ? "unknown-category" : "bad-id", isNew ? `${at}.category` : `${at}.id`);
  return null;
}

function listOf(value, most) {
  try {
    return Array.isArray(value) ? value.slice(0, most) : null;
  } catch {
    return null;
  }
}

async function fetchCatalogue(config, files, { report, note, onMistakes }) {
  const ids = Object.keys(config.catalogue);
  const categories = [...config.categories];
  const services = [];
  const made = [];
  let odd = false;
  const heard = (code, at) => {
    odd = true;
    note?.(code, at);
  };
  const settled = await Promise.allSettled(files);
  settled.forEach((file, index) => {
    const id = ids[index];
    try {
      if (file.status == "rejected") throw file.reason;
      const value = file.value(config.catalogue[id]);
      made.push([id, value]);
      if (listOf(own(value, "findings"), 1)?.length) odd = true;
      const service = parseService(
        value,
        `services.${id}`,
        categories,
        config.categoriesFixed,
        heard
      );
      if (service) services.push(service);
    } catch {
      report("service-unavailable", id);
    }
  });
  if (odd) onMistakes?.(made);
  return { ...config, categories, services };
}

const SENTENCES = {
  "config-not-object": 'The configuration is not an object. Nothing is permitted and no banner is shown. Pass one: Consentry.start({ controller: { name: "\u2026" } }).',
  "config-unreadable": "The configuration at {at} could not be fetched or is not JSON. Nothing is permitted. Check the address and the file.",
  "controller-missing": "controller.name is missing. Consent must name who asks (GDPR Art. 4(11)), so nothing is asked and nothing is permitted. Add the legal name.",
  "unknown-option": "There is no option \u201C{at}\u201D; it is ignored. Check its spelling.",
  "wrong-type": "{at} has a value that cannot be used; the default is used instead. Check its type.",
  "bad-id": "{at} is not a usable id. Use lower-case letters, digits and hyphens, and begin with a letter.",
  "duplicate-id": "{at} is used twice. Ids are unique among categories and services; rename one.",
  "unknown-category": "{at} names a category that does not exist, so the service stays shut. Add it to categories or choose another.",
  "reason-missing": "{at} is missing. A service that runs without consent needs a reason; until it has one, consent is asked (or, in \u201Cnecessary\u201D, the service is left out).",
  "bad-url": "{at} is not an address that a link may carry. Use https, http, mailto or a path.",
  "bad-days": "days must be a whole number from 1 to 400, the longest that browsers keep a cookie. 180 is used.",
  "bad-storage-item": "{at} needs a name (not only *) and a medium: cookie, localStorage, sessionStorage, indexedDB or cache. It is ignored.",
  "too-many": "There are more problems than are listed. Mend these first.",
  "service-unavailable": "The file of the service {at} could not be loaded, so it stays shut. Check the id, and that services/ lies beside the script.",
  "service-ended": "{at} was ended by its vendor. It loads nothing, and what it left is erased. Take it out.",
  "signal-unavailable": "The signal {at} is not there. From npm, import it from consentry/signals and pass it in signals; from a script tag, check that signals/ lies beside the script.",
  "migration-unavailable": "The file migrate/{at}.js could not be loaded; nothing is imported. Check the id.",
  "language-unavailable": "The language file {at} could not be loaded; English is shown. Check that locales/ lies beside the script.",
  "ui-unavailable": "The banner's file could not be loaded; nothing is permitted. Check that all files of dist/ lie beside the script.",
  "proof-unavailable": "The proof log's file could not be loaded; the choice counts but has no record yet. Check that all files of dist/ lie beside the script.",
  "unknown-id": "\u201C{at}\u201D is neither a category nor a service of the configuration, so what names it stays shut. Declare it or correct the markup.",
  "src-not-withheld": "An element marked \u201C{at}\u201D has its address in the open, so the browser may have fetched it before consent. Write data-src instead of src.",
  "script-failed": "The gated script {at} could not be loaded or run; the others go on.",
  "script-timeout": "The gated script {at} took too long; the next ones were let through.",
  "service-failed": "A service's own code failed: {at}. The others go on.",
  "signal-failed": "A signal failed: {at}. The others go on.",
  "listener-failed": "A listener of the page failed: {at}. The others go on.",
  "already-started": "start() was called twice; the first one counts.",
  "loaded-twice": "The script is on this page twice; the first one counts. Remove one tag.",
  "not-started": "\u201C{at}\u201D came before the instance was ready, or after its configuration was refused; nothing was decided.",
  "stale-choice": "Another tab decided meanwhile. Its choice is kept and shown; this one was not counted.",
  "storage-refused": "The browser refused to store ({at}); the choice counts for this page only.",
  "record-refused": "The collector refused a consent record for good ({at}). It is kept in the browser, in quarantine. Check that the collector's version fits the page's.",
  "cookie-too-large": "The choice is too large for a cookie; it counts for this page only.",
  "cookie-duplicated": "There are two cookies of our name (another domain or path). They count as none until the next choice replaces them.",
  "not-erasable": "Script cannot erase {at}. Let the server expire what is HttpOnly, and name the rest in the privacy notice.",
  "unfair-theme": "Accept and reject do not look equal, or cannot be read ({at}). Consent may then not count: give both the same weight.",
  "text-missing": "The language on show lacks texts ({at}); visitors read them in English. Where a site is made they stand between \u27E6 and \u27E7: add them to texts or locales.",
  internal: "Something failed inside the library ({at}). Nothing more is permitted than before."
};
function explain({ code, at }) {
  return SENTENCES[code].replaceAll("{at}", () => at || "this page");
}

const KNOWN = [
  "controller",
  "policyUrl",
  "categories",
  "services",
  "revision",
  "days",
  "domain",
  "hostOnly",
  "language",
  "texts",
  "layout",
  "reopenButton",
  "reload",
  "nonce",
  "signals",
  "migrate",
  "collector",
  "gpc",
  "ui",
  "locales"
];
function isOption(name) {
  return KNOWN.includes(name);
}

function safeUrl(value) {
  if (typeof value != "string" || !value) return "";
  try {
    return /^(https?|mailto):$/.test(new URL(value, "https://relative.invalid/").protocol) ? value : "";
  } catch {
    return "";
  }
}

function readOption(input, note) {
  const read = (key, fallback, fits) => {
    const value = own(input, key);
    if (value === void 0 || fits(value)) return value ?? fallback;
    note("wrong-type", key);
    return fallback;
  };
  const text = (key) => read(key, "", (value) => typeof value == "string");
  return {
    text,
    url(key) {
      const value = text(key);
      if (value && !safeUrl(value)) note("bad-url", key);
      return safeUrl(value);
    },
    flag: (key) => read(key, false, (value) => typeof value == "boolean"),
    oneOf: (key, ...values) => read(key, values[0], (value) => values.includes(value))
  };
}

const MEDIA = [
  "cookie",
  "localStorage",
  "sessionStorage",
  "indexedDB",
  "cache"
];
const MOST$2 = 1e3;
function tidyService(service, note) {
  const at = `services.${service.id}`;
  for (const finding of listOf(own(service, "findings"), MOST$2) ?? []) {
    const place = own(finding, "at");
    note(
      own(finding, "code"),
      typeof place == "string" && place ? `${at}.${place}` : at
    );
  }
  const text = (value) => typeof value == "string" ? value : "";
  const texts = (value) => (listOf(value, MOST$2) ?? []).filter((part) => typeof part == "string");
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
  const items = listOf(value, MOST$2);
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

function parseFace(input, gate, note) {
  const { text, url, flag, oneOf } = readOption(input, note);
  const texts = readTexts(own(input, "texts"), note);
  readCategoryWords(own(input, "categories"), texts, note);
  return Object.freeze({
    ...gate,
    services: gate.services.map((service) => tidyService(service, note)),
    controller: readController(own(input, "controller"), gate.name, note),
    policyUrl: url("policyUrl"),
    language: text("language"),
    texts,
    layout: oneOf("layout", "box", "bar", "centre"),
    reopenButton: flag("reopenButton")
  });
}
const isText = (value) => typeof value == "string";
function readController(value, name, note) {
  const controller = { name };
  for (const key of ["address", "email", "url"]) {
    const part = own(value, key);
    if (part === void 0) continue;
    if (isText(part) && (key != "url" || safeUrl(part))) controller[key] = part;
    else note(key == "url" ? "bad-url" : "wrong-type", `controller.${key}`);
  }
  return controller;
}
function readTexts(value, note) {
  const texts = dict();
  for (const tag of keysOf(value)) {
    const words = texts[tag.toLowerCase()] = dict();
    for (const key of keysOf(own(value, tag))) {
      const text = own(own(value, tag), key);
      if (isText(text)) words[key] = text;
      else note("wrong-type", `texts.${tag}.${key}`);
    }
  }
  return texts;
}
function readCategoryWords(value, texts, note) {
  if (listOf(value, 0)) return;
  for (const id of keysOf(value)) {
    const words = texts["*"] ??= dict();
    for (const [key, message] of [
      ["name", `category.${id}`],
      ["description", `category.${id}.about`]
    ]) {
      const text = own(own(value, id), key);
      if (isText(text)) words[message] = text;
      else if (text !== void 0) note("wrong-type", `categories.${id}.${key}`);
    }
  }
}

const MOST$1 = 40;
function parseGate(input, note) {
  const given = own(own(input, "controller"), "name");
  const name = typeof given == "string" ? given.trim() : "";
  const usable = name != "";
  if (!usable) {
    const isGiven = isObject(input) && !listOf(input, 0);
    note(isGiven ? "controller-missing" : "config-not-object", isGiven ? "controller.name" : "");
  }
  const wanted = own(input, "categories");
  const categories = [NECESSARY];
  const names = wanted === void 0 ? ["performance", "marketing"] : listOf(wanted, MOST$1);
  for (const id of names ?? keysOf(wanted).slice(0, MOST$1)) {
    if (!isId(id)) note("bad-id", `categories.${typeof id == "string" ? id : "?"}`);
    else if (!categories.includes(id)) categories.push(id);
  }
  const listed = own(input, "services");
  const services = [];
  const ids = /* @__PURE__ */ new Set();
  const catalogue = dict();
  const fixed = wanted !== void 0;
  const list = listOf(listed, 25 * MOST$1);
  list?.forEach((value, index) => {
    const service = parseService(value, `services[${index}]`, categories, fixed, note);
    if (!service) return;
    if (ids.has(service.id)) note("duplicate-id", service.id);
    else services.push(service);
    ids.add(service.id);
  });
  if (!list) {
    if (listed !== void 0 && !isObject(listed)) note("wrong-type", "services");
    for (const id of keysOf(listed)) {
      const options = own(listed, id);
      if (isId(id) && isObject(options)) catalogue[id] = options;
      else note(isId(id) ? "wrong-type" : "bad-id", `services.${id}`);
    }
  }
  const whole = (key, fallback, least, most) => {
    const value = own(input, key) ?? fallback;
    if (Number.isInteger(value) && value >= least && value <= most) return value;
    note(key == "days" ? "bad-days" : "wrong-type", key);
    return fallback;
  };
  const nonce = own(input, "nonce");
  return {
    usable,
    name,
    categories,
    categoriesFixed: fixed,
    services,
    catalogue,
    revision: whole("revision", 1, 0, 999999999),
    days: whole("days", 180, 1, 400),
    hostOnly: own(input, "hostOnly") === true,
    nonce: typeof nonce == "string" ? nonce : "",
    signals: listOf(own(input, "signals"), MOST$1) ?? []
  };
}
function isObject(value) {
  return value === Object(value);
}

function parseGpc(input, note) {
  const given = own(input, "gpc");
  if (given === void 0) return ["marketing"];
  const list = listOf(given, 40);
  if (!list?.every(isId)) note("wrong-type", "gpc");
  return list?.filter(isId) ?? ["marketing"];
}

function parseKeep(input, note) {
  const { text, url, oneOf } = readOption(input, note);
  return {
    domain: text("domain"),
    reload: oneOf("reload", "auto", "always", "never"),
    collector: url("collector"),
    gpc: parseGpc(input, note)
  };
}

const MOST = 50;
const BASES = ["consent", "necessary", "legitimate-interest"];
function findProblems(options) {
  const findings = [];
  const note = (code, at) => {
    if (findings.length < MOST) findings.push({ code, at });
    else if (findings.length == MOST) findings.push({ code: "too-many", at: "" });
  };
  for (const key of keysOf(options)) {
    if (!isOption(key)) note("unknown-option", key);
  }
  const { text, flag } = readOption(options, note);
  text("nonce");
  flag("hostOnly");
  const signals = own(options, "signals");
  if (signals !== void 0 && !listOf(signals, 0)) note("wrong-type", "signals");
  const categories = listOf(own(options, "categories"), 1e3);
  if (categories && new Set(categories).size != categories.length) {
    note("duplicate-id", "categories");
  }
  listOf(own(options, "services"), MOST)?.forEach((service, index) => {
    const basis = own(service, "basis");
    if (basis !== void 0 && !BASES.includes(basis)) {
      note("wrong-type", `services[${index}].basis`);
    }
  });
  const gate = parseGate(options, note);
  parseFace(options, gate, note);
  parseKeep(options, note);
  return findings;
}

function signalIds(signals) {
  return signals.map((signal) => own(signal, "id") ?? signal).filter((id) => typeof id == "string");
}

async function loadDoor(folder, id) {
  const url = pathToFileURL(packageFile("dist/esm", folder, `${id}.js`)).href;
  const module = await import(
    /* @vite-ignore */
    url
  );
  return own(module, "default");
}

async function readSite(source) {
  if (!source) throw new CommandError(EXIT.usage, "--config FILE is needed.");
  const options = typeof source == "string" ? await readJson(source) : source;
  const findings = [...findProblems(options)];
  const note = (code, at) => void findings.push({ code, at });
  const { gate, config } = await withCatalogue(options, note);
  const signals = [
    .../* @__PURE__ */ new Set([
      ...signalIds(gate.signals),
      ...gate.services.flatMap((service) => service.signals ?? [])
    ])
  ];
  for (const id of signals) if (!await isSignal(id)) note("signal-unavailable", id);
  if (findings.length) {
    const lines = new Set(findings.map(sentence));
    throw new CommandError(EXIT.bad, [...lines].join("\n"));
  }
  return { options, gate, config, signals };
}
async function readJson(path) {
  try {
    return JSON.parse(await readFile(path, "utf8"));
  } catch {
    throw new CommandError(EXIT.environment, sentence({ code: "config-unreadable", at: path }));
  }
}
function sentence(finding) {
  return `${finding.code}: ${explain(finding)}`;
}
async function withCatalogue(options, note) {
  const quiet = () => {
  };
  const gate = parseGate(options, quiet);
  const ids = Object.keys(gate.catalogue);
  if (!ids.length) return { gate, config: parseFace(options, gate, quiet) };
  const files = ids.map(async (id) => {
    const factory = await loadDoor("services", id);
    if (typeof factory != "function") throw new Error(id);
    return (given) => Reflect.apply(factory, void 0, [given]);
  });
  const report = (code, at = "") => note(code, at);
  const whole = await fetchCatalogue(gate, files, { note, report });
  const config = parseFace(options, whole, (code, at) => {
    if (at.startsWith("services.")) note(code, at);
  });
  return { gate: whole, config };
}
async function isSignal(id) {
  try {
    const factory = isId(id) && await loadDoor("signals", id);
    return typeof factory == "function" && own(Reflect.apply(factory, void 0, []), "id") == id;
  } catch {
    return false;
  }
}

export { NECESSARY as N, dict as d, loadDoor as l, packageFile as p, readSite as r };
