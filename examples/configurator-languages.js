import { $, changed, field, make } from "./configurator-dom.js";
import { fileOf } from "./configurator-package.js";

// The files lie in dist/locales; a test compares this list with the folder.
export const LANGUAGES = (
  "ar bg ca cs da de el en es et eu fi fr ga gl he hi hr hu is it ja ko lt lv mt nb nl nn pl pt pt-br " +
  "ro sk sl sv tr uk zh-hans zh-hant"
).split(" ");

/** A language in its own words. */
export function nameOf(tag) {
  const name = new Intl.DisplayNames(tag, { type: "language" }).of(tag);
  return name == tag ? new Intl.DisplayNames("en", { type: "language" }).of(tag) : name;
}

/** Those that npm and the bundle take along. */
export function languagesOf({ language }) {
  const ticked = [...$("languages").querySelectorAll(":checked")].map(({ value }) => value);
  return [...new Set([...(language ? [language] : []), ...ticked])];
}

/** The site's words: language tag or `"*"`, then key. */
let texts = {};
/** What a language itself says, in the order of its file. */
let usual = {};

const filled = () =>
  Object.fromEntries(Object.entries(texts).filter(([, words]) => Object.keys(words).length));

export const textsOf = () => (Object.keys(filled()).length ? { texts: filled() } : {});

/** Puts words into the form; gives back what are none. */
export function writeTexts(given = {}) {
  const isRecord = (value) => !!value && typeof value == "object" && !Array.isArray(value);
  const fits =
    isRecord(given) &&
    Object.values(given).every(
      (words) => isRecord(words) && Object.values(words).every((text) => typeof text == "string"),
    );
  texts = fits ? structuredClone(given) : {};
  void draw();
  return fits ? {} : { texts: given };
}

/** One field for each text of the language; what it says by itself stands there as a hint. */
async function draw() {
  const tag = $("textsIn").value;
  usual = (await import(fileOf("locales", tag == "*" ? "en" : tag))).default;
  // Another was chosen meanwhile.
  if (tag != $("textsIn").value) return;
  $("texts").replaceChildren(...Object.keys(usual).map((key) => row(tag, key)));
  find();
}

function row(tag, key) {
  const input = make(usual[key].length > 60 ? "textarea" : "input", {
    value: texts[tag]?.[key] ?? "",
    placeholder: usual[key],
    autocomplete: "off",
    rows: 3,
  });
  input.dataset.text = key;
  if (tag != "*") input.lang = tag;
  input.dir = "auto";
  input.addEventListener("input", () => {
    texts[tag] ??= {};
    if (input.value) texts[tag][key] = input.value;
    else delete texts[tag][key];
  });
  return make("label", {}, make("code", { textContent: key }), input);
}

/** The first layer's are shown by themselves; the others when they are looked for. */
function find() {
  const words = $("findText").value.toLowerCase();
  for (const one of $("texts").children) {
    const key = one.firstChild.textContent;
    const isFirst = /^(banner|action)\./.test(key);
    const said = `${key} ${usual[key]}`.toLowerCase();
    one.hidden = words ? !said.includes(words) : !isFirst && !one.lastChild.value;
  }
}

$("languages").append(
  ...LANGUAGES.map((value) =>
    make(
      "label",
      {},
      make("input", { type: "checkbox", value, checked: value == "en" }),
      nameOf(value),
    ),
  ),
);
$("findText").addEventListener("input", find);
$("textsIn").addEventListener("input", (event) => {
  event.stopPropagation();
  void draw();
});
// The words of the language that is shown, and the page of the preview in it, unless another is asked for.
field("language").addEventListener("input", ({ target }) => {
  if (!target.value) return;
  $("pageIn").value = $("textsIn").value = target.value;
  void draw().then(changed);
});
void draw();
