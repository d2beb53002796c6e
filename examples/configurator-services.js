// The catalogue's files lie in dist/services; a test compares this list with the folder.
import { $, changed, make, option } from "./configurator-dom.js";
import { fileOf } from "./configurator-package.js";
import { isOwnService, ownServicesOf, writeOwnServices } from "./configurator-own.js";

const IDS = (
  "ab-tasty adobe-analytics amplitude awin calendly cloudflare-web-analytics " +
  "cloudflare contentsquare crisp criteo dailymotion datadog-rum dynatrace econda " +
  "facebook fullstory google-ads google-analytics google-fonts google-maps " +
  "google-optimize google-recaptcha google-tag-manager google-universal-analytics " +
  "hcaptcha hotjar hubspot instagram intelliad intercom kameleoon linkedin-insight " +
  "lunio matomo-tag-manager matomo meta-pixel microsoft-clarity microsoft-uet mixpanel " +
  "mouseflow new-relic onetrust openstreetmap optimizely outbrain paypal peerius " +
  "pinterest-tag piwik-pro plausible posthog reddit-pixel segment sentry short-io " +
  "smartsupp snap-pixel snowplow soundcloud spotify stripe taboola tawk tiktok-pixel " +
  "trustpilot turnstile typeform userlike vimeo vwo walls-io x-embed x-pixel youtube " +
  "zendesk"
).split(" ");

/** Each service by its id: how it is made, the name of its npm import, its field set, the option that starts it. */
export const facts = new Map();

/** The options that its vendor asks for, as its type declaration says them: name, type, what it means. */
async function optionsOf(id) {
  const text = await (await fetch(fileOf("services", id, "types"))).text();
  const body =
    /interface \w+[^{]* extends ServiceOptions[^{]*\{\n([\s\S]*?)\n\}/.exec(text)?.[1] ?? "";
  return [
    ...body.matchAll(/ {4}\/\*\*([\s\S]*?)\*\/\n {4}(\w+)\?: ([\s\S]*?);(?=\n {4}\/|$)/g),
  ].map(([, about, name, type]) => ({
    name,
    type,
    about: about.replaceAll(/\s*\*\s|\s+/g, " ").trim(),
  }));
}

const COMMON = [
  { name: "category", type: "string", about: "Another category than the usual one." },
  {
    name: "basis",
    type: '"consent" | "legitimate-interest" | "necessary"',
    about: "Another legal basis than consent. You answer for it, and it needs a reason.",
  },
  {
    name: "reason",
    type: "string",
    about: "Why it may run without consent; shown to the visitor.",
  },
  { name: "", type: "object", about: "Its other options as JSON, such as storage or provider." },
];

/** The field for one option: text, a list to choose from, or JSON for what is made of more. */
function input(id, { name, type, about }) {
  const literals = [...type.matchAll(/"([^"]+)"/g)].map(([, value]) => value);
  const kind =
    literals.length || type == "boolean"
      ? "select"
      : /\{|<|\[|^object/.test(type)
        ? "json"
        : "text";
  const made = make(kind == "select" ? "select" : kind == "json" ? "textarea" : "input", {
    rows: 2,
  });
  if (kind == "select") {
    const values = literals.length ? literals : ["true", "false"];
    made.append(option("", "as usual"), ...values.map((value) => option(value, value)));
  }
  Object.assign(made.dataset, {
    service: id,
    option: name,
    kind: type == "boolean" ? "json" : kind,
  });
  made.autocomplete = "off";
  made.spellcheck = false;
  const hint = make("span", { className: "hint", id: `about-${id}-${name}`, textContent: about });
  made.setAttribute("aria-describedby", hint.id);
  return make("div", {}, make("label", {}, name || "more", made), hint);
}

const fieldsOf = (id) => [...$("services").querySelectorAll(`[data-service="${id}"]`)];
const boxOf = (id) => $("services").querySelector(`[value="${id}"]`);

/** Adds the fields of a service when it is first chosen. */
function openUp(id) {
  const { row } = facts.get(id);
  row.opened ??= (async () => {
    const own = await optionsOf(id);
    const common = make("details", {}, make("summary", { textContent: "For any service" }));
    common.append(...COMMON.map((one) => input(id, one)));
    row.append(make("div", { className: "options" }, ...own.map((one) => input(id, one)), common));
  })();
  return row.opened;
}

async function row(id) {
  const module = await import(fileOf("services", id));
  const makeService = module.default;
  const { name, category, ended } = makeService();
  const exported = Object.keys(module).find((key) => key != "default");
  const starter = (await optionsOf(id)).find(({ about }) =>
    /own markup starts it/.test(about),
  )?.name;
  const box = make("input", { type: "checkbox", value: id });
  const small = make("small", { textContent: ended ? " ended by its vendor" : ` ${category}` });
  const made = make("div", {}, make("label", {}, box, name, small));
  facts.set(id, { make: makeService, exported, category, starter, row: made });
  box.addEventListener("input", async () => {
    await openUp(id);
    made.querySelector(".options").hidden = !box.checked;
    count();
    changed();
  });
  return made;
}

function count() {
  const ticked = $("services").querySelectorAll(":scope > div > label > :checked").length;
  const chosen = ticked + $("ownServices").children.length;
  $("chosen").textContent = chosen ? `${chosen} chosen` : "";
}

/** A value as the form says it; JSON that cannot be read stays the text it is, and the check says so. */
function read({ value, dataset: { kind, number } }) {
  // What came as a number stays one.
  if (kind != "json") return number == value ? Number(value) : value.trim();
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

/** `{ services }` as a map of ids to options, or nothing. */
export function servicesOf() {
  const services = {};
  for (const id of facts.keys()) {
    if (!boxOf(id)?.checked) continue;
    const options = (services[id] = {});
    for (const one of fieldsOf(id)) {
      if (!one.value.trim()) continue;
      const value = read(one);
      if (one.dataset.option) options[one.dataset.option] = value;
      else if (value && typeof value == "object") Object.assign(options, value);
      else options.more = value;
    }
  }
  Object.assign(services, ownServicesOf());
  return Object.keys(services).length ? { services } : {};
}

/** Puts services into the form; gives back what has no place there, as the site wrote it. */
export function writeServices(services) {
  const isRecord = (value) => !!value && typeof value == "object" && !Array.isArray(value);
  const isKnown =
    isRecord(services) &&
    Object.entries(services).every(
      ([id, options]) => isRecord(options) && (facts.has(id) || isOwnService(options)),
    );
  const own = Object.entries(isKnown ? services : {}).filter(([id]) => !facts.has(id));
  writeOwnServices(Object.fromEntries(own));
  for (const [id, { row: made }] of facts) {
    const options = isKnown && Object.hasOwn(services, id) ? services[id] : undefined;
    boxOf(id).checked = options !== undefined;
    if (options === undefined) {
      made.querySelector(".options")?.setAttribute("hidden", "");
      continue;
    }
    void openUp(id).then(() => {
      made.querySelector(".options").hidden = false;
      const more = { ...options };
      for (const one of fieldsOf(id).toReversed()) {
        const { option: name, kind } = one.dataset;
        if (!name) continue;
        const value = Object.hasOwn(more, name) ? more[name] : "";
        one.value = kind == "json" && value !== "" ? JSON.stringify(value) : value;
        if (typeof value == "number") one.dataset.number = value;
        delete more[name];
      }
      const last = fieldsOf(id).find(({ dataset }) => !dataset.option);
      last.value = Object.keys(more).length ? JSON.stringify(more) : "";
      changed();
    });
  }
  count();
  return services === undefined || isKnown ? {} : { services };
}

$("find").addEventListener("input", (event) => {
  event.stopPropagation();
  const words = event.target.value.toLowerCase();
  for (const one of $("services").children) {
    one.hidden = !one.firstChild.textContent.toLowerCase().includes(words);
  }
});

/** Resolves when the list stands. */
export const ready = (async () => {
  const rows = await Promise.all(IDS.map(row));
  // In the order of the list, not of arrival.
  const sorted = IDS.map((id) => [id, facts.get(id)]);
  facts.clear();
  for (const [id, fact] of sorted) facts.set(id, fact);
  $("services").append(...rows);
})();
