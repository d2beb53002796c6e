import { $, changed, make } from "./configurator-dom.js";

const USUAL = ["performance", "marketing"];
const GPC = ["marketing"];

function add({ id = "", name = "", description = "" } = {}) {
  const row = make("div", { className: "category" });
  const text = (label, key, value) =>
    make("label", {}, label, make("input", { value, autocomplete: "off", className: key }));
  const remove = make("button", { type: "button", textContent: "Remove" });
  remove.addEventListener("click", () => {
    row.remove();
    changed();
    drawGpc();
    $("addCategory").focus();
  });
  row.append(
    text("Id", "id", id),
    text("Name", "name", name),
    text("What it is for", "description", description),
    remove,
  );
  $("categories").append(row);
  return row;
}

const rows = () =>
  [...$("categories").children].map((row) =>
    Object.fromEntries(
      ["id", "name", "description"].map((key) => [key, row.querySelector(`.${key}`).value.trim()]),
    ),
  );
const same = (one, other) => one.join() == other.join();

/** One box for each category, ticked as `refused` or as it is now. */
function drawGpc(refused = gpcOf()) {
  const ids = [...new Set([...rows().map(({ id }) => id), ...refused])].filter(Boolean);
  $("gpc").replaceChildren(
    ...ids.map((value) =>
      make(
        "label",
        {},
        make("input", { type: "checkbox", value, checked: refused.includes(value) }),
        value,
      ),
    ),
  );
}
const gpcOf = () => [...$("gpc").querySelectorAll(":checked")].map(({ value }) => value);

/** `categories` and `gpc`, where they are not as usual. */
export function categoriesOf() {
  const all = rows();
  const ids = all.map(({ id }) => id);
  const isPlain = all.every(({ name, description }) => !name && !description);
  const map = {};
  for (const { id, name, description } of all) {
    map[id] = { ...(name && { name }), ...(description && { description }) };
  }
  const gpc = gpcOf();
  return {
    ...(isPlain ? !same(ids, USUAL) && { categories: ids } : { categories: map }),
    ...(!same(gpc, GPC) && { gpc }),
  };
}

/** Puts them into the form; gives back what has no place there. */
export function writeCategories({ categories = USUAL, gpc = GPC }) {
  const isText = (value) => typeof value == "string";
  const isMap = !Array.isArray(categories) && !!categories && typeof categories == "object";
  const fits = isMap
    ? Object.values(categories).every(
        (one) => one && typeof one == "object" && Object.values(one).every(isText),
      )
    : Array.isArray(categories) && categories.every(isText);
  const list = !fits ? USUAL : categories;
  $("categories").replaceChildren();
  if (Array.isArray(list)) for (const id of list) add({ id });
  else for (const [id, words] of Object.entries(list)) add({ id, ...words });
  const gpcFits = Array.isArray(gpc) && gpc.every(isText);
  drawGpc(gpcFits ? gpc : GPC);
  return { ...(!fits && { categories }), ...(!gpcFits && { gpc }) };
}

$("addCategory").addEventListener("click", () => {
  const row = add();
  row.querySelector(".id").focus();
  changed();
});
$("categories").addEventListener("input", () => drawGpc());
writeCategories({});
