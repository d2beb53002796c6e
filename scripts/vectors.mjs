// Measures what a policy made from consent leaves open, in every engine that is installed, over the sources and
// the built service worker: `npm run vectors`. Writes the table of docs/hard-gate.md and exits with 1 where more is open than allowed.
import { readFileSync, writeFileSync } from "node:fs";
import * as prettier from "prettier";
import { openVectors } from "../test/vectors/measure.mjs";

const source = (path) => import(new URL(`../src/${path}`, import.meta.url));
const parts = [
  "entries/policy.ts",
  "build/policy/writePolicies.ts",
  "core/config/parseGate.ts",
  "core/choice/decide.ts",
  "core/choice/resume.ts",
  "core/choice/toCookie.ts",
];
const { nodePolicy, writePolicies, parseGate, decide, resume, toCookie } = Object.assign(
  {},
  ...(await Promise.all(parts.map(source))),
);
const workerCode = readFileSync(new URL("../dist/consentry.sw.js", import.meta.url), "utf8");
const CATEGORIES = ["performance", "marketing", "functional"];
/** Rows of the table in docs/hard-gate.md: what is measured, and how the site is served. */
const ROWS = {
  none: "no header",
  nonce: "middleware, own scripts with a nonce",
  allowlist: "the same with `links` (`Connection-Allowlist`)",
  inline: 'middleware, `inline: "all"`',
  "worker, first visit": "service worker, first visit",
  "worker, later": "service worker, later",
};
const PAGE = new URL("../docs/hard-gate.md", import.meta.url);
/** Names as people know them. */
const KNOWN = {
  webrtc: "WebRTC",
  speculation: "speculation rules",
  srcset: "`<img srcset>`",
  picture: "`<picture>`",
};
/**
 * What Firefox (153) fetches ahead in some loads though a `<meta>` of the page forbids it, and only on a first visit, where
 * no header is: how often such a page is visited, and what may be open there.
 */
const AHEAD = { visits: 6, channels: ["picture", "srcset"] };
/** Cells by row and engine. */
const cells = {};
const measured = [];
/** What may be open at the most, by row. */
const MOST = { nonce: 1, allowlist: 0, inline: 2, "worker, first visit": 2, "worker, later": 2 };

function cookieFor(options, yes) {
  const config = parseGate(options, () => {});
  const now = Date.now();
  const choices = Object.fromEntries(CATEGORIES.map((id) => [id, yes.includes(id)]));
  const intent = { kind: "save", choices, source: "api", trusted: false };
  const { state } = decide(resume([], config, now), intent, config, { now, newId: "subject-0001" });
  return `consentry=${toCookie(state, config)}`;
}

const code = { nodePolicy, parseGate, writePolicies, workerCode };
let wrong = 0;
for (const engine of ["chromium", "firefox"]) {
  const world = await openVectors(engine, code);
  if (!world) {
    console.warn(`${engine} is not installed: it is left out.`);
    continue;
  }
  const label = { chromium: "Chromium", firefox: "Firefox" }[engine];
  measured.push({ engine, title: `${label} ${world.version}` });
  const row = (name, [found]) => {
    const { channels, connections } = found;
    const words = channels.map((one) => KNOWN[one] ?? one).join(", ");
    (cells[name] ??= {})[engine] =
      name == "none"
        ? `${channels.length}`
        : `${channels.length}${words && `: ${words}`}${connections ? "" : ", no connection opened"}`;
    const isAhead = engine == "firefox" && name == "worker, first visit";
    const bad =
      engine == "firefox" && name != "none"
        ? channels.some((one) => !isAhead || !AHEAD.channels.includes(one))
        : channels.length > (MOST[name] ?? Infinity);
    if (bad) wrong += 1;
    const which = name == "none" ? "all that there are" : channels.join(", ") || "–";
    console.log(
      `| ${engine} | ${name} | ${channels.length} | ${connections} | ${which} |${bad ? " TOO MANY" : ""}`,
    );
  };
  console.log(
    `| engine | site | channels open | connections | which |\n| --- | --- | --: | --: | --- |`,
  );
  row("nonce", await world.visit("nonce"));
  row("allowlist", await world.visit("allowlist"));
  row("inline", await world.visit("inline"));
  const worker = await world.visit("worker", { count: 2 });
  const first = [worker.first];
  // What is fetched ahead is not fetched in each load: the worst that was seen counts.
  while (engine == "firefox" && first.length < AHEAD.visits) {
    first.push((await world.visit("worker")).first);
  }
  console.log(`${engine}: first visits: ${first.map(([one]) => one.channels.length).join(" ")}`);
  const worst = {
    channels: [...new Set(first.flatMap(([one]) => one.channels))].toSorted((a, b) =>
      a < b ? -1 : 1,
    ),
    connections: Math.max(...first.map(([one]) => one.connections)),
  };
  row("worker, first visit", [worst]);
  row("worker, later", worker);
  // Every combination of three categories, then one whose third was asked otherwise, and two that count as none.
  const sets = Array.from({ length: 8 }, (_, bits) =>
    CATEGORIES.filter((_id, at) => (bits >> at) & 1),
  );
  const visits = [
    ...sets.map((yes) => [yes, cookieFor(world.options, yes)]),
    [CATEGORIES.slice(0, 2), `${cookieFor(world.options, CATEGORIES)}x`],
    [[], cookieFor(world.options, CATEGORIES).replace("v=1", "v=0")],
    [[], ""],
  ];
  for (const [yes, cookie] of visits) {
    // Firefox goes on knocking for a closed page's WebTransport: each visit has vendors of its own.
    const fresh = engine == "firefox" ? await openVectors(engine, code) : world;
    const found = await fresh.visit("nonce", { cookie, onto: [0, 1, 2] });
    if (fresh != world) await fresh.close();
    const open = found.map(({ channels }) => channels.filter((name) => name != "webrtc").length);
    const right = CATEGORIES.every((id, at) => (yes.includes(id) ? open[at] > 30 : open[at] == 0));
    if (!right) wrong += 1;
    console.log(
      `${engine}: permitted ${yes.join(" ") || "nothing"}: channels open to each vendor ${open.join(" ")}${right ? "" : " WRONG"}`,
    );
  }
  row("none", await world.visit("none"));
  await world.close();
}
if (!wrong && measured.length) {
  const head = `| Site | ${measured.map(({ title }) => `${title}: ways open`).join(" | ")} |`;
  const lines = Object.entries(ROWS).map(
    ([name, site]) =>
      `| ${site} | ${measured.map(({ engine }) => cells[name][engine]).join(" | ")} |`,
  );
  const table = [head, `| --- |${" --- |".repeat(measured.length)}`, ...lines].join("\n");
  const page = readFileSync(PAGE, "utf8").replace(
    /(<!-- vectors -->\n)[^]*(\n<!-- \/vectors -->)/,
    (_all, start, end) => `${start}\n${table}\n${end}`,
  );
  const style = await prettier.resolveConfig(PAGE.pathname);
  writeFileSync(PAGE, await prettier.format(page, { ...style, parser: "markdown" }));
}
process.exitCode = wrong ? 1 : 0;
