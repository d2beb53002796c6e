import { categoriesOf, writeCategories } from "./configurator-categories.js";
import { $, field, option } from "./configurator-dom.js";
import { LANGUAGES, languagesOf, nameOf, textsOf, writeTexts } from "./configurator-languages.js";
import { marksOf, sentenceOf, waitingOf } from "./configurator-marks.js";
import { ready, servicesOf, writeServices } from "./configurator-services.js";
import { HOW, snippetOf } from "./configurator-snippets.js";
import { styleOf, styleOfBoth, styleTextOf } from "./configurator-theme.js";

const form = $("form");
const CONTROLLER = ["name", "address", "email", "url"];
const PLAIN = ["policyUrl", "collector", "domain", "language"];
const FORM =
  "controller policyUrl layout language texts categories services days gpc collector domain";
const KEYS = [...FORM.split(" "), "reopenButton", "hostOnly"];
const valueOf = (name) => form.elements[name].value.trim();
const isRecord = (value) => !!value && typeof value == "object" && !Array.isArray(value);

/** Problems of the page in the frame, which lets no vendor in and marks nothing; not of the configuration. */
const OF_THE_PAGE = /-failed|-timeout|-idle|storage-refused|reopen-missing/;
/** What was given and is no configuration at all, until something is typed. */
let refused;

/** All that the form has no field for, or what cannot be read of it. */
function restOf() {
  const text = valueOf("rest");
  if (!text) return {};
  try {
    const rest = JSON.parse(text);
    if (isRecord(rest)) return rest;
  } catch {
    // Told below, as what is no object is.
  }
  return undefined;
}

/** The configuration as the form says it. Only what differs from the default. */
function configOf() {
  const filled = (names) =>
    Object.fromEntries(names.map((name) => [name, valueOf(name)]).filter(([, value]) => value));
  const { checked } = form.elements.reopenButton;
  const days = valueOf("days");
  return {
    controller: filled(CONTROLLER),
    ...filled(PLAIN),
    ...(valueOf("layout") != "box" && { layout: valueOf("layout") }),
    ...(checked && { reopenButton: true }),
    ...categoriesOf(),
    ...servicesOf(),
    ...(days != "180" && { days: /^\d+$/.test(days) ? Number(days) : days }),
    ...(form.elements.hostOnly.checked && { hostOnly: true }),
    ...textsOf(),
    ...restOf(),
  };
}

/** Puts a configuration into the form; what has no field there is kept as it is. */
function writeConfig(config) {
  const rest = {};
  for (const [key, value] of Object.entries(config)) if (!KEYS.includes(key)) rest[key] = value;
  /** What is not of the type of its field goes with the rest, so that its mistake is told and not mended in silence. */
  const put = (name, value, at = name) => {
    if (value !== undefined && typeof value != "string") rest[at] = config[at];
    form.elements[name].value = typeof value == "string" ? value : "";
  };
  const { controller } = config;
  for (const name of CONTROLLER)
    put(name, isRecord(controller) ? controller[name] : undefined, "controller");
  const isKnown = Object.keys(controller ?? {}).every((key) => CONTROLLER.includes(key));
  if (controller !== undefined && !(isRecord(controller) && isKnown)) rest.controller = controller;
  for (const name of ["policyUrl", "collector", "domain"]) put(name, config[name]);
  for (const [name, usual] of [
    ["layout", "box"],
    ["language", ""],
  ]) {
    const value = config[name] ?? usual;
    const isOffered = [...form.elements[name].options].some((one) => one.value === value);
    form.elements[name].value = isOffered ? value : usual;
    if (!isOffered) rest[name] = value;
  }
  for (const name of ["reopenButton", "hostOnly"]) {
    form.elements[name].checked = config[name] === true;
    if (typeof (config[name] ?? false) != "boolean") rest[name] = config[name];
  }
  form.elements.days.value = String(config.days ?? 180);
  Object.assign(
    rest,
    writeCategories(config),
    writeServices(config.services),
    writeTexts(config.texts),
  );
  form.elements.rest.value = Object.keys(rest).length ? JSON.stringify(rest, null, 2) : "";
}

function load(text) {
  try {
    const given = JSON.parse(text);
    refused = isRecord(given)
      ? undefined
      : {
          code: "config-not-object",
          message: "This is no JSON object. Paste a whole consent.json.",
        };
    if (!refused) writeConfig(given);
  } catch {
    refused = { code: "config-unreadable", message: "This is not JSON. Check commas and quotes." };
  }
  update();
}

let waiting;
/** What was found in the configuration that is shown. */
let latest;
function update() {
  const config = configOf();
  const json = JSON.stringify(config, null, 2);
  const way = $("way").value;
  $("json").value = json;
  URL.revokeObjectURL($("download").href);
  $("download").href = URL.createObjectURL(new Blob([json], { type: "application/json" }));
  $("snippet").value = snippetOf(way, {
    config,
    languages: languagesOf(config),
    style: styleTextOf(),
  });
  $("how").textContent = HOW[way];
  $("marks").value = marksOf(config);
  $("toMark").hidden = !$("marks").value;
  clearTimeout(waiting);
  waiting = setTimeout(() => show(config), 200);
}

/** Shows it, and each mistake with its code, as the library in the frame reports it. */
function show(config) {
  const found = (latest = new Map());
  const tell = ({ code, at, message }) => {
    if (OF_THE_PAGE.test(code)) return;
    const key = `${code} ${at}`;
    // What an earlier page in the frame says late is about an earlier configuration.
    if (found.has(key) || latest != found) return;
    const name = Object.assign(document.createElement("code"), { textContent: code });
    const row = document.createElement("li");
    row.append(name, ` ${message}`);
    found.set(key, row);
    $("problems").replaceChildren(...found.values(), ...notes);
  };
  const note = (textContent) => Object.assign(document.createElement("li"), { textContent });
  const notes = waitingOf(config).map((one) => note(sentenceOf(one)));
  $("problems").replaceChildren(note("No mistakes found."), ...notes);
  if (refused) tell(refused);
  if (!restOf()) {
    tell({ code: "wrong-type", message: "“All other options” is no JSON object; it is left out." });
  }

  const [scheme, view] = [$("scheme").value, $("view").value];
  globalThis.configured = {
    config,
    style: styleOf(scheme),
    both: styleOfBoth(),
    scheme,
    view,
    language: $("pageIn").value,
    tell,
  };
  const preview = $("preview");
  preview.style.colorScheme = scheme;
  preview.contentWindow.location.replace("preview.html#consentry-check");
  if (preview.contentWindow.location.pathname.endsWith("preview.html"))
    preview.contentWindow.location.reload();
}

/** A desktop is shown small, so that all of it can be seen. */
function fit() {
  const isPhone = $("screen").value == "phone";
  const [width, height] = isPhone ? [390, 700] : [1200, 750];
  const scale = Math.min(1, $("stage").clientWidth / width);
  Object.assign($("preview").style, {
    width: `${width}px`,
    height: `${height}px`,
    // What is scaled keeps its room: the rest of it is taken back.
    margin: `0 ${(scale - 1) * width}px ${(scale - 1) * height}px 0`,
    transform: `scale(${scale})`,
  });
  $("stage").style.justifyContent = scale < 1 ? "start" : "center";
}

async function copy(id) {
  $(id).select();
  try {
    await navigator.clipboard.writeText($(id).value);
    $("copied").textContent = "Copied.";
  } catch {
    $("copied").textContent = "Selected: copy it with your keyboard.";
  }
}

for (const tag of LANGUAGES) {
  for (const id of ["pageIn", "textsIn"]) $(id).append(option(tag, nameOf(tag)));
  field("language").append(option(tag, nameOf(tag)));
}
$("pageIn").value = "en";
$("screen").value = innerWidth < 960 ? "phone" : "desktop";
$("scheme").value = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
form.addEventListener("input", ({ target }) => {
  if (target.id == "given" || target.id == "file" || target.id == "findText") return;
  refused = undefined;
  update();
});
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("change-of-form", update);
for (const id of ["scheme", "view", "pageIn", "way"]) $(id).addEventListener("input", update);
$("screen").addEventListener("input", fit);
new ResizeObserver(fit).observe($("stage"));
$("load").addEventListener("click", () => load($("given").value));
$("file").addEventListener("change", async ({ target }) => {
  if (target.files[0]) load(await target.files[0].text());
});
for (const button of document.querySelectorAll("[data-copy]")) {
  button.addEventListener("click", () => void copy(button.dataset.copy));
}
update();
await ready;
update();
