// Services of the site's own, in one map with those of the catalogue.
import { $, changed, make } from "./configurator-dom.js";

const MEDIA = ["cookie", "localStorage", "sessionStorage", "indexedDB", "cache"];
const FIELDS = ["id", "name", "category", "purpose"];

/** One line for one thing stored: `_chat cookie 13 months`. */
const lineOf = ({ name, medium, lifetime = "" }) => `${name} ${medium} ${lifetime}`.trim();
function itemOf(line) {
  const [name, medium, ...lifetime] = line.split(/\s+/);
  return { name, medium, ...(lifetime.length && { lifetime: lifetime.join(" ") }) };
}
/** Whether a line can say it: nothing more than a name without spaces, a medium and a lifetime. */
const isLine = (item) =>
  !!item &&
  MEDIA.includes(item.medium) &&
  JSON.stringify(itemOf(lineOf(item))) == JSON.stringify(item);

function add({ id = "", name = "", category = "functional", purpose = "" } = {}) {
  const row = make("div", { className: "own" });
  const text = (label, key, value) =>
    make("label", {}, label, make("input", { value, autocomplete: "off", className: key }));
  const area = (label, key, hint) =>
    make(
      "label",
      {},
      label,
      make("textarea", { className: key, rows: 2, spellcheck: false, placeholder: hint }),
    );
  const remove = make("button", { type: "button", textContent: "Remove" });
  remove.addEventListener("click", () => {
    row.remove();
    changed();
    $("addService").focus();
  });
  row.append(
    make("div", { className: "two" }, text("Id", "id", id), text("Name", "name", name)),
    make(
      "div",
      { className: "two" },
      text("Category", "category", category),
      text("What it is for", "purpose", purpose),
    ),
    area("What it stores, one a line: name, medium, how long", "storage", "_chat cookie 13 months"),
    area("Its other options as JSON", "more", '{ "hosts": ["chat.example"] }'),
    remove,
  );
  $("ownServices").append(row);
  return row;
}

/** As the form says it, by id; what cannot be read stays the text it is, and the check says so. */
export function ownServicesOf() {
  const services = {};
  for (const row of $("ownServices").children) {
    const value = (key) => row.querySelector(`.${key}`).value.trim();
    const { id, ...texts } = Object.fromEntries(FIELDS.map((key) => [key, value(key)]));
    const filled = Object.fromEntries(Object.entries(texts).filter(([, text]) => text));
    const lines = value("storage")
      .split("\n")
      .filter((line) => line.trim());
    let more = {};
    if (value("more")) {
      try {
        more = JSON.parse(value("more"));
      } catch {
        more = { more: value("more") };
      }
    }
    const leaves = row.dataset.storesNothing != "unsaid" || lines.length > 0;
    services[id] = {
      ...filled,
      ...(leaves && { storage: lines.map((line) => itemOf(line.trim())) }),
      ...more,
    };
  }
  return services;
}

/** Whether what a map holds is a service of the site's own: only the catalogue's need no category. */
export const isOwnService = (options) => typeof options?.category == "string";

/** Puts them into the form. */
export function writeOwnServices(services) {
  $("ownServices").replaceChildren();
  for (const [id, options] of Object.entries(services)) {
    const more = { ...options };
    const row = add();
    for (const key of FIELDS) {
      const value = key == "id" ? id : more[key];
      row.querySelector(`.${key}`).value = typeof value == "string" ? value : "";
      if (key != "id" && typeof value == "string") delete more[key];
    }
    if (Array.isArray(more.storage) && more.storage.every(isLine)) {
      row.querySelector(".storage").value = more.storage.map(lineOf).join("\n");
      delete more.storage;
    } else row.dataset.storesNothing = "unsaid";
    if (Object.keys(more).length) row.querySelector(".more").value = JSON.stringify(more);
  }
}

$("addService").addEventListener("click", () => {
  add().querySelector(".id").focus();
  changed();
});
