import { pause } from "../lib/browser.mjs";
import { summary } from "../lib/stats.mjs";
import { CATEGORIES } from "../lib/page.mjs";
import { openOwnPage } from "./ownPage.mjs";

const COUNTS = [10, 100, 1000];

const declared = (count) =>
  Array.from({ length: count }, (_, index) => ({
    id: `vendor-${index}`,
    name: `Vendor ${index}`,
    category: CATEGORIES[index % CATEGORIES.length],
    purpose: "analytics",
    provider: { name: `Company ${index}`, country: "NL" },
    storage: [{ name: `_v${index}`, medium: "cookie", purpose: "visitor", lifetime: "1 year" }],
  }));

/** Runs in the page: acts, and gives milliseconds until what is awaited stands painted. */
async function timed({ act, until }) {
  const root = () => document.querySelector("[data-consentry]").shadowRoot;
  const acts = {
    open: () => root().querySelector('[data-consentry-action="open-preferences"]').click(),
    search() {
      const field = root().querySelector('[type="search"]');
      field.value = "vendor 7";
      field.dispatchEvent(new Event("input", { bubbles: true, composed: true }));
    },
    unfold() {
      root().querySelector('[type="search"]').value = "";
      root()
        .querySelector('[type="search"]')
        .dispatchEvent(new Event("input", { bubbles: true, composed: true }));
    },
    flip: () => root().querySelector('[data-consentry-id="marketing"]').click(),
    close: () => root().querySelector("dialog[open] .close").click(),
    save: () => root().querySelector('[data-consentry-action="save"]').click(),
  };
  const holds = {
    open: () => root().querySelector("dialog[open] .categories > li"),
    painted: () => true,
    gone: () => !root().querySelector("dialog[open]"),
  };
  const from = performance.now();
  acts[act]();
  const { port1, port2 } = new MessageChannel();
  return new Promise((done) => {
    port1.onmessage = () => done(performance.now() - from);
    const look = () => (holds[until]() ? port2.postMessage(0) : requestAnimationFrame(look));
    requestAnimationFrame(look);
  });
}

async function once(parts, count) {
  const tab = await openOwnPage(parts, { services: declared(count) });
  await pause(500);
  const run = (act, until) => tab.page.evaluate(timed, { act, until });
  const open = await run("open", "open");
  await pause(300);
  await run("close", "gone");
  await pause(300);
  const again = await run("open", "open");
  await pause(300);
  const search = count > 12 ? await run("search", "painted") : undefined;
  if (count > 12) await run("unfold", "painted");
  const flip = await run("flip", "painted");
  const save = await run("save", "gone");
  await tab.close();
  return { open, again, search, flip, save };
}

/** The preference centre with many services: opens twice, searches, flips a category with a third of them, saves. */
export const services = {
  id: "services",
  async run(parts) {
    const found = [];
    for (const count of COUNTS) {
      const rows = [];
      for (let round = 0; round < parts.rounds; round++) rows.push(await once(parts, count));
      const of = (key) => summary(rows.map((row) => row[key]));
      found.push({
        count,
        open: of("open"),
        again: of("again"),
        search: of("search"),
        flip: of("flip"),
        save: of("save"),
      });
    }
    return found;
  },
};
