import { writeFile } from 'node:fs/promises';
import { d as dict, r as readSite } from './readSite.js';
import { E as EXIT, C as CommandError } from './exitCodes.js';
import { r as readOptions } from './readOptions.js';
import { f as findLanguage, l as loadMessages } from './loadMessages.js';
import './keysOf.js';
import './own.js';
import 'node:url';
import 'node:module';
import 'node:path';
import 'node:util';
import 'node:fs';

const firstLayer = {
  "banner.title": "Your privacy, your choice",
  "banner.text": "{controller} would like to use cookies and similar technologies for these purposes: {purposes}. You can refuse, choose, and change or withdraw your choice at any time.",
  "banner.services.one": "{count} service is involved.",
  "banner.services.other": "{count} services are involved.",
  "banner.withdraw": "You will find \u201C{settings}\u201D on every page.",
  "action.accept": "Accept all",
  "action.reject": "Reject all",
  "action.settings": "Choose",
  "settings.title": "Cookie settings",
  "settings.policy": "Privacy policy",
  "settings.gpc": "Your browser sends a Global Privacy Control signal. It is honoured.",
  "settings.saved": "Your choice is saved.",
  "settings.changed": "Your choice was changed in another tab.",
  "category.necessary": "Necessary",
  "category.functional": "Functional",
  "category.performance": "Performance",
  "category.marketing": "Marketing"
};

const en = {
  ...firstLayer,
  "action.save": "Save choices",
  "action.close": "Close",
  "action.withdraw": "Withdraw all",
  "settings.text": "Choose what may run and what may be stored on your device. Nothing optional is on unless you switch it on.",
  "settings.search": "Search services",
  "settings.none": "No service matches.",
  "settings.always": "Always on",
  "settings.interest": "Legitimate interest",
  "settings.interest.about": "This runs on the ground of a legitimate interest. You can object at any time.",
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
  "category.necessary.about": "Needed for the site to work, for example to remember this choice. Cannot be switched off.",
  "category.functional.about": "Extra functions, such as videos, maps and chat.",
  "category.performance.about": "Measures how the site is used, so that it can be improved.",
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

function translate(messages, key, values = {}, language) {
  const own = (name) => Object.hasOwn(values, name) ? values[name] : void 0;
  const count = own("count");
  const form = count == null ? "" : `.${new Intl.PluralRules(language).select(Number(count))}`;
  const text = String(messages[key + form] ?? messages[`${key}.other`] ?? key);
  return text.replace(/\{(\w+)\}/g, (whole, name) => `${own(name) ?? whole}`);
}

function createTexts(host, english) {
  const messages = Object.assign(dict(), english, host.messages);
  let { language } = host;
  try {
    Intl.getCanonicalLocales(language);
  } catch {
    language = "en";
  }
  const comma = /^(ar|fa|ur|ps|ckb|ug)/.test(language) ? "\u060C " : /^(ja|zh)/.test(language) ? "\u3001" : ", ";
  return {
    language,
    messages,
    text: (key, values) => translate(messages, key, values, language),
    name: (id) => host.config.services.find((service) => service.id == id)?.name ?? messages[`category.${id}`] ?? id,
    // Not by Intl.ListFormat: its first use in a tab reads the data of every locale, measured at 60 to
    // 350 ms of main thread (Chromium, 4x slow-down), and the first layer must not be a long task.
    list: (items) => items.join(comma)
  };
}

function createWords(host) {
  const texts = createTexts(host, en);
  const { language, messages } = texts;
  return {
    ...texts,
    about: (id) => messages[`category.${id}.about`] ?? "",
    purpose: (purpose) => messages[`purpose.${purpose}`] ?? purpose,
    lifetime: (lifetime) => {
      const [, count, unit] = /^(\d+) (second|minute|hour|day|week|month|year)s?$/.exec(lifetime) ?? [];
      return unit ? new Intl.NumberFormat(language, { style: "unit", unit, unitDisplay: "long" }).format(
        Number(count)
      ) : messages[`lifetime.${lifetime}`] ?? lifetime;
    },
    country: (code) => {
      try {
        return new Intl.DisplayNames(language, { type: "region" }).of(code) ?? code;
      } catch {
        return code;
      }
    },
    date: (time, withTime) => new Date(time).toLocaleString(language, {
      dateStyle: "long",
      ...withTime && { timeStyle: "short" }
    })
  };
}

const RIGHT_TO_LEFT = /^(?!.*-(latn|cyrl|deva)\b)((ar|he|iw|fa|ur|ps|sd|ug|yi|dv|ckb)\b|.*-(arab|hebr|thaa|nkoo)\b)/i;
function direction(language) {
  return RIGHT_TO_LEFT.test(language) ? "rtl" : "ltr";
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
