import { readFile, writeFile } from 'node:fs/promises';
import { o as own } from './own.js';
import { C as CommandError, E as EXIT } from './exitCodes.js';
import { r as readOptions } from './readOptions.js';
import { readdirSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { createRequire } from 'node:module';
import { join, dirname } from 'node:path';
import { i as isId, k as keysOf } from './keysOf.js';
import 'node:util';

function dict() {
  return /* @__PURE__ */ Object.create(null);
}

const en = {
  "banner.title": "Your privacy, your choice",
  "banner.text": "{controller} would like to use cookies and similar technologies for these purposes: {purposes}. You can refuse, choose, and change or withdraw your choice at any time.",
  "banner.services.one": "{count} service is involved.",
  "banner.services.other": "{count} services are involved.",
  "banner.withdraw": "You will find \u201C{settings}\u201D on every page.",
  "action.accept": "Accept all",
  "action.reject": "Reject all",
  "action.settings": "Choose",
  "action.save": "Save choices",
  "action.close": "Close",
  "action.withdraw": "Withdraw all",
  "settings.title": "Cookie settings",
  "settings.text": "Choose what may run and what may be stored on your device. Nothing optional is on unless you switch it on.",
  "settings.policy": "Privacy policy",
  "settings.search": "Search services",
  "settings.none": "No service matches.",
  "settings.always": "Always on",
  "settings.interest": "Legitimate interest",
  "settings.interest.about": "This runs on the ground of a legitimate interest. You can object at any time.",
  "settings.gpc": "Your browser sends a Global Privacy Control signal. It is honoured.",
  "settings.saved": "Your choice is saved.",
  "settings.changed": "Your choice was changed in another tab.",
  "settings.decided": "Your choice of {date} is kept until {expires}.",
  "settings.undecided": "You have not chosen yet.",
  "settings.details.one": "{count} service",
  "settings.details.other": "{count} services",
  "settings.leftover": "This could not be erased by this site and stays until it expires or you delete it: {names}",
  "field.provider": "Provider",
  "field.country": "Country",
  "field.purpose": "Purpose",
  "field.transfer": "Data may go to",
  "field.privacy": "Privacy policy",
  "field.name": "Name",
  "field.medium": "Kind",
  "field.lifetime": "Kept for",
  "field.service": "Service",
  "field.basis": "Legal basis",
  "field.reason": "Reason",
  "basis.consent": "Consent",
  "basis.necessary": "Necessary",
  "basis.legitimate-interest": "Legitimate interest",
  "storage.none": "Stores nothing on your device.",
  "lifetime.session": "Until you close the browser",
  "lifetime.persistent": "Until you delete it",
  "placeholder.title": "{service} is not loaded",
  "placeholder.text": "To show this content, {service} would receive your IP address and may store data on your device.",
  "placeholder.once": "Load this once",
  "placeholder.always": "Always allow {service}",
  "toggle.on": "{service} is on. Switch it off.",
  "toggle.off": "{service} is off. Switch it on.",
  "receipt.title": "Your consent record",
  "receipt.none": "There is no record of a choice in this browser.",
  "receipt.id": "Record",
  "receipt.date": "Date",
  "receipt.choices": "Choices",
  "receipt.download": "Download",
  "receipt.verify": "Verify",
  "receipt.valid.one": "{count} record, unbroken.",
  "receipt.valid.other": "{count} records, unbroken.",
  "receipt.invalid": "The chain is broken at record {index}.",
  "state.on": "Allowed",
  "state.off": "Not allowed",
  "category.necessary": "Necessary",
  "category.necessary.about": "Needed for the site to work, for example to remember this choice. Cannot be switched off.",
  "category.functional": "Functional",
  "category.functional.about": "Extra functions, such as videos, maps and chat.",
  "category.performance": "Performance",
  "category.performance.about": "Measures how the site is used, so that it can be improved.",
  "category.marketing": "Marketing",
  "category.marketing.about": "Shows advertising that fits your interests and measures its effect.",
  "purpose.analytics": "Measures visits and use of the site",
  "purpose.recording": "Records how pages are used (clicks, scrolling, mouse)",
  "purpose.advertising": "Measures and shows advertising",
  "purpose.remarketing": "Shows advertising again to earlier visitors",
  "purpose.personalisation": "Adapts content to your interests",
  "purpose.testing": "Compares versions of pages",
  "purpose.tags": "Loads other tags",
  "purpose.video": "Shows videos",
  "purpose.map": "Shows maps",
  "purpose.audio": "Plays audio",
  "purpose.social": "Shows social media content",
  "purpose.chat": "Offers chat and support",
  "purpose.fonts": "Provides fonts",
  "purpose.security": "Protects against misuse",
  "purpose.fraud": "Detects fraudulent clicks",
  "purpose.payment": "Handles payments",
  "purpose.monitoring": "Detects errors and slow pages",
  "purpose.delivery": "Delivers the site quickly and safely",
  "purpose.links": "Shortens links",
  "purpose.consent": "Remembers your privacy choice",
  "purpose.visitor": "Recognises the visitor",
  "purpose.session": "Recognises the visit",
  "purpose.state": "Keeps the state of the visit",
  "purpose.campaign": "Remembers the campaign or click you came from",
  "purpose.throttle": "Limits the number of requests",
  "purpose.preferences": "Remembers settings",
  "purpose.optout": "Remembers an objection",
  "purpose.probe": "Tests what the browser allows",
  "purpose.cache": "Keeps data to save time"
};

function translate(messages, key, values, language) {
  const count = own(values, "count");
  const text = typeof count == "number" ? own(messages, `${key}.${plural(count, language)}`) ?? own(messages, `${key}.other`) : own(messages, key);
  return String(text ?? key).replace(
    /\{(\w+)\}/g,
    (whole, name) => String(own(values, name) ?? whole)
  );
}
function plural(count, language) {
  try {
    return new Intl.PluralRules(language).select(count);
  } catch {
    return "other";
  }
}

function createWords(host) {
  const { config } = host;
  const messages = Object.assign(dict(), en, host.messages);
  let { language } = host;
  try {
    Intl.getCanonicalLocales(language);
  } catch {
    language = "en";
  }
  const comma = /^(ar|fa|ur|ps|ckb|ug)/.test(language) ? "\u060C " : /^(ja|zh)/.test(language) ? "\u3001" : ", ";
  const text = (key, values) => translate(messages, key, values, language);
  const message = (key) => own(messages, key);
  return {
    language,
    messages,
    text,
    name: (id) => config.services.find((service) => service.id == id)?.name ?? message(`category.${id}`) ?? id,
    about: (id) => message(`category.${id}.about`) ?? "",
    purpose: (purpose) => message(`purpose.${purpose}`) ?? purpose,
    lifetime: (lifetime) => {
      const [, count, unit] = /^(\d+) (second|minute|hour|day|week|month|year)s?$/.exec(lifetime) ?? [];
      return unit ? new Intl.NumberFormat(language, { style: "unit", unit, unitDisplay: "long" }).format(
        Number(count)
      ) : message(`lifetime.${lifetime}`) ?? lifetime;
    },
    country: (code) => {
      try {
        return new Intl.DisplayNames(language, { type: "region" }).of(code) ?? code;
      } catch {
        return code;
      }
    },
    // Not by Intl.ListFormat: its first use in a tab reads the data of every locale, measured at 60 to
    // 350 ms of main thread (Chromium, 4x slow-down), and the first layer must not be a long task.
    list: (items) => items.join(comma),
    date: (time, withTime) => new Date(time).toLocaleString(language, {
      dateStyle: "long",
      ...withTime && { timeStyle: "short" }
    })
  };
}

const RIGHT_TO_LEFT = /^(ar|he|iw|fa|ur|ps|sd|ug|yi|dv|ckb)\b|-(arab|hebr|thaa|nkoo)\b/i;
function direction(language) {
  return RIGHT_TO_LEFT.test(language) && !/-(latn|cyrl|deva)\b/i.test(language) ? "rtl" : "ltr";
}

function el(document, tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false) element.setAttribute(name, value);
  }
  element.append(...children.filter(Boolean));
  return element;
}

function serviceFacts(service, words) {
  const { text, country, purpose, list } = words;
  const { provider, transfer = [], basis = "consent", privacyUrl } = service;
  const facts = [
    ["provider", provider?.name],
    ["country", provider?.country && country(provider.country)],
    ["purpose", purpose(service.purpose ?? "")],
    ["transfer", list(transfer.map(country))],
    ["basis", text(`basis.${basis}`)],
    ["reason", service.reason],
    ["privacy", privacyUrl && shortUrl(privacyUrl), privacyUrl]
  ];
  return facts.flatMap(
    ([key, value, href]) => value ? [{ label: text(`field.${key}`), value, href }] : []
  );
}
function shortUrl(url) {
  return url.replace(/^https?:\/\/(www\.)?|\/$/g, "");
}

const COLUMNS = [
  "name",
  "medium",
  "purpose",
  "lifetime"
];
function declaration(host, words) {
  const { document, config } = host;
  const { text } = words;
  const row = (...cells) => el(document, "tr", { role: "row" }, ...cells);
  const group = (service) => {
    const facts = serviceFacts(service, words).flatMap(({ label, value, href }) => [
      el(document, "br", {}),
      `${label}: `,
      href ? el(document, "a", { href }, value) : value
    ]);
    const title = el(
      document,
      "th",
      { role: "rowheader", scope: "rowgroup", colspan: String(COLUMNS.length) },
      el(document, "strong", {}, service.name),
      el(document, "small", {}, ...facts)
    );
    const rows = service.storage.map((item) => {
      const values = {
        name: item.name,
        medium: item.medium,
        purpose: words.purpose(item.purpose),
        lifetime: words.lifetime(item.lifetime)
      };
      return row(
        ...COLUMNS.map(
          (key) => el(
            document,
            "td",
            { role: "cell", "data-label": text(`field.${key}`) },
            key == "name" ? el(document, "code", {}, values[key]) : values[key]
          )
        )
      );
    });
    const none = el(
      document,
      "td",
      { role: "cell", colspan: String(COLUMNS.length) },
      text("storage.none")
    );
    return el(
      document,
      "tbody",
      { role: "rowgroup" },
      row(title),
      ...rows.length ? rows : [row(none)]
    );
  };
  return config.categories.flatMap((id) => {
    const services = config.services.filter(({ category }) => category == id);
    if (!services.length) return [];
    const headings = COLUMNS.map(
      (key) => el(document, "th", { role: "columnheader", scope: "col" }, text(`field.${key}`))
    );
    return el(
      document,
      "table",
      { role: "table" },
      el(document, "caption", {}, el(document, "b", {}, words.name(id)), ` ${words.about(id)}`),
      el(document, "thead", { role: "rowgroup" }, row(...headings)),
      ...services.map(group)
    );
  });
}

function paper() {
  const made = { createElement: (tag) => new PaperElement(tag) };
  return made;
}
class PaperElement {
  tag;
  attributes = [];
  children = [];
  constructor(tag) {
    this.tag = tag;
  }
  setAttribute(name, value) {
    this.attributes.push([name, value]);
  }
  append(...children) {
    this.children.push(...children);
  }
  /** As HTML, a line for each row. */
  toString() {
    const { tag } = this;
    const attributes = this.attributes.map(([name, value]) => ` ${name}="${escape(value)}"`);
    const start = `${/^t(able|head|body|r)$|^caption$/.test(tag) ? "\n" : ""}<${tag}${attributes.join("")}>`;
    if (tag == "br") return start;
    const inside = this.children.map(
      (child) => child instanceof PaperElement ? `${child}` : escape(String(child))
    );
    return `${start}${inside.join("")}</${tag}>`;
  }
}
const ENTITIES = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;"
};
function escape(text) {
  return text.replace(/[&<>"]/g, (sign) => ENTITIES[sign]);
}

function declareHtml(config, words) {
  const document = paper();
  const { language } = words;
  const place = el(
    document,
    "div",
    { lang: language, dir: direction(language) },
    ...declaration({ document, config }, words)
  );
  return `${String(place)}
`;
}

function declareMarkdown(config, words) {
  const { text } = words;
  const row = (cells) => `| ${cells.join(" | ")} |`;
  const describe = (service) => {
    const facts = serviceFacts(service, words).map(({ label, value, href }) => {
      const said = href ? `[${plain(value)}](<${address(href)}>)` : plain(value);
      return `- ${plain(label)}: ${said}`;
    });
    const rows = service.storage.map(
      (item) => row([
        code(item.name),
        plain(item.medium),
        plain(words.purpose(item.purpose)),
        plain(words.lifetime(item.lifetime))
      ])
    );
    const table = [
      row(COLUMNS.map((key) => plain(text(`field.${key}`)))),
      row(COLUMNS.map(() => "---")),
      ...rows
    ];
    const stored = rows.length ? table.join("\n") : plain(text("storage.none"));
    return [`### ${plain(service.name)}`, facts.join("\n"), stored].join("\n\n");
  };
  const parts = config.categories.flatMap((id) => {
    const services = config.services.filter(({ category }) => category == id);
    if (!services.length) return [];
    return [`## ${plain(words.name(id))}`, plain(words.about(id)), ...services.map(describe)];
  });
  return `${parts.filter(Boolean).join("\n\n")}
`;
}
function plain(text) {
  return text.replace(/\s+/g, " ").replace(/[\\`*_{}[\]()#+!|~]/g, "\\$&").replace(/^(\d*)([-.=>])/, "$1\\$2").replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
function code(text) {
  return /[`\r\n]/.test(text) ? plain(text) : `\`${text.replaceAll("|", "\\|")}\``;
}
function address(url) {
  return url.replace(/[\s<>\\|]/g, (sign) => encodeURIComponent(sign));
}

const NORWEGIAN = ["nb", "no", "nn"];
function pickLocale(wanted, available, fallback = "en") {
  for (const tag of wanted) {
    const found = lookUp(tag, available);
    if (found) return found;
  }
  return fallback;
}
function lookUp(tag, available) {
  const find = (test) => available.find((one) => test(one.toLowerCase()));
  let locale;
  try {
    locale = new Intl.Locale(tag.trim().replaceAll("_", "-"));
  } catch {
    return void 0;
  }
  const { language } = locale;
  const { script } = locale.maximize();
  const candidates = [];
  for (let rest = locale.baseName; rest.includes("-"); rest = rest.replace(/-[^-]+$/, "")) {
    candidates.push(rest);
  }
  candidates.push(`${language}-${script}`, language);
  if (NORWEGIAN.includes(language)) candidates.push(...NORWEGIAN);
  for (const candidate of candidates) {
    const found = find((one) => one == candidate.toLowerCase());
    if (found) return found;
  }
  return find((one) => one.startsWith(`${language}-`));
}

function packageFile(...path) {
  const manifest = createRequire(import.meta.url).resolve("consentry/package.json");
  return join(dirname(manifest), ...path);
}

async function loadDoor(folder, id) {
  const url = pathToFileURL(packageFile("dist/esm", folder, `${id}.js`)).href;
  const module = await import(
    /* @vite-ignore */
    url
  );
  return own(module, "default");
}

function findLanguage(wanted) {
  const offered = readdirSync(packageFile("dist/esm/i18n/locales")).filter((file) => file.endsWith(".js")).map((file) => file.slice(0, -3));
  const found = pickLocale([wanted], offered, "");
  if (found) return found;
  throw new CommandError(
    EXIT.usage,
    `language-unknown: There is no language ${JSON.stringify(wanted)}. There are ${offered.join(", ")}.`
  );
}
async function loadMessages(tag) {
  return await loadDoor("i18n/locales", tag);
}

const NECESSARY = "necessary";

const OFFERED = "functional";
function parseService(value, at, categories, fixed, note) {
  const service = dict();
  try {
    Object.assign(service, value);
  } catch {
  }
  const { id, category, reason } = service;
  if (category === OFFERED && !fixed && !categories.includes(OFFERED)) {
    categories.splice(1, 0, OFFERED);
  }
  if (!isId(id) || categories.includes(id)) note("bad-id", `${at}.id`);
  else if (!categories.includes(category)) note("unknown-category", `${at}.category`);
  else {
    const always = category === NECESSARY;
    if (always) service.basis ??= NECESSARY;
    const other = service.basis === NECESSARY || service.basis === "legitimate-interest";
    if (!other || typeof reason != "string" || !reason) {
      if (other || always) note("reason-missing", `${at}.reason`);
      if (always) return null;
      service.basis = "consent";
    }
    return service;
  }
  return null;
}

async function fetchCatalogue(config, files, { report, note }) {
  const ids = Object.keys(config.catalogue);
  const categories = [...config.categories];
  const services = [];
  const made = await Promise.allSettled(files);
  made.forEach((file, index) => {
    const id = ids[index];
    try {
      if (file.status == "rejected") throw file.reason;
      const value = file.value(config.catalogue[id]);
      const at = `services.${id}`;
      const service = parseService(value, at, categories, config.categoriesFixed, note);
      if (service) services.push(service);
    } catch {
      report("service-unavailable", id);
    }
  });
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
  "signal-unavailable": "The signal {at} is not there. From npm, import it from consentry/signals and pass it in signals; from a script tag, check that signals/ lies beside the script.",
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
  "unfair-theme": "Accept and reject do not look equal ({at}). The style is not applied; give both the same weight.",
  internal: "Something failed inside the library ({at}). Nothing more is permitted than before."
};
function explain({ code, at }) {
  return SENTENCES[code].replaceAll("{at}", () => at || "this page");
}

function listOf(value, most) {
  try {
    return Array.isArray(value) ? value.slice(0, most) : null;
  } catch {
    return null;
  }
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
const BASES = ["consent", "necessary", "legitimate-interest"];
const MOST$2 = 1e3;
function tidyService(service, note) {
  const at = `services.${service.id}`;
  for (const finding of listOf(own(service, "findings"), MOST$2) ?? []) {
    const place = own(finding, "at");
    note(own(finding, "code"), `${at}.${typeof place == "string" ? place : ""}`);
  }
  if (!BASES.includes(service.basis)) note("wrong-type", `${at}.basis`);
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
  const isObject = input === Object(input) && !listOf(input, 0);
  const given = own(input, "controller");
  const called = own(given, "name");
  const name = typeof called == "string" ? called.trim() : "";
  if (!isObject) note("config-not-object", "");
  else if (!name) note("controller-missing", "controller.name");
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
  if (!list && listed !== void 0) {
    if (listed !== Object(listed)) note("wrong-type", "services");
    for (const id of keysOf(listed)) {
      const options = own(listed, id);
      if (!isId(id)) note("bad-id", `services.${id}`);
      else if (options !== Object(options)) note("wrong-type", `services.${id}`);
      else catalogue[id] = options;
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
    usable: isObject && name != "",
    name,
    categories,
    categoriesFixed: fixed,
    services,
    catalogue,
    revision: whole("revision", 1, 0, 999999999),
    days: whole("days", 180, 1, 400),
    hostOnly: own(input, "hostOnly") === true,
    nonce: typeof nonce == "string" ? nonce : "",
    signals: (listOf(own(input, "signals"), MOST$1) ?? []).map((signal) => own(signal, "id") ?? signal).filter((id) => typeof id == "string")
  };
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
const KNOWN = {
  controller: true,
  policyUrl: true,
  categories: true,
  services: true,
  revision: true,
  days: true,
  domain: true,
  hostOnly: true,
  language: true,
  texts: true,
  layout: true,
  reopenButton: true,
  reload: true,
  nonce: true,
  signals: true,
  collector: true,
  gpc: true,
  ui: true,
  locales: true
};
function findProblems(options) {
  const findings = [];
  const note = (code, at) => {
    if (findings.length < MOST) findings.push({ code, at });
    else if (findings.length == MOST) findings.push({ code: "too-many", at: "" });
  };
  for (const key of keysOf(options)) {
    if (!Object.hasOwn(KNOWN, key)) note("unknown-option", key);
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
  const gate = parseGate(options, note);
  parseFace(options, gate, note);
  parseKeep(options, note);
  return findings;
}

async function readSite(path) {
  if (!path) throw new CommandError(EXIT.usage, "--config FILE is needed.");
  let options;
  try {
    options = JSON.parse(await readFile(path, "utf8"));
  } catch {
    throw new CommandError(EXIT.environment, sentence({ code: "config-unreadable", at: path }));
  }
  const findings = [...findProblems(options)];
  const note = (code, at) => void findings.push({ code, at });
  const { gate, config } = await withCatalogue(options, note);
  if (findings.length) {
    const lines = new Set(findings.map(sentence));
    throw new CommandError(EXIT.bad, [...lines].join("\n"));
  }
  return { options, gate, config };
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

const HELP = `consentry declare --config FILE [options]

Writes the table of services, cookies and lifetimes for your cookie policy: what
a page shows in data-consent-declaration, without any script.

  --config FILE       the configuration that pages take by data-config (JSON)
  --format NAME       html (default) or markdown
  --lang TAG          language (default: that of the configuration, else en)
  --out FILE          where to (default: standard output)
`;
const OPTIONS = { config: "one", format: "one", lang: "one", out: "one", help: "flag" };
async function declareCommand(args, terminal) {
  const options = readOptions(args, OPTIONS, terminal);
  if (options.flag("help")) {
    terminal.out(HELP);
    return EXIT.ok;
  }
  const format = options.one("format") ?? "html";
  if (format != "html" && format != "markdown") {
    throw new CommandError(EXIT.usage, "--format is html or markdown.");
  }
  const { config } = await readSite(options.one("config"));
  const language = findLanguage((options.one("lang") ?? config.language) || "en");
  const messages = Object.assign(
    dict(),
    await loadMessages(language),
    config.texts["*"],
    config.texts[language]
  );
  const words = createWords({ config, language, messages });
  const text = format == "html" ? declareHtml(config, words) : declareMarkdown(config, words);
  const out = options.one("out");
  if (out) await writeFile(out, text);
  else terminal.out(text);
  return EXIT.ok;
}

export { declareCommand };
