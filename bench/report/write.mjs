import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { format } from "prettier";
import { COLUMNS } from "./columns.mjs";
import { goals } from "./goals.mjs";
import { bars, lines } from "./plot.mjs";

const docs = fileURLToPath(new URL("../../docs/", import.meta.url));

/** Bar plots: file, measure, title. */
const BARS = [
  ["banner", "banner", "Banner visible after the empty page's first paint, ms"],
  ["script", "load.script", "Script on the main thread, first visit, ms"],
  ["returning", "cold.later", "Returning visit, cold: gated later than ungated, ms"],
  ["returning-slow", "coldSlow.later", "The same on Slow 4G, ms"],
];

const cell = (one, digits = 0) => {
  if (!one) return "–";
  // What rounds to nothing has no sign.
  const show = (value) => (Number(value.toFixed(digits)) + 0).toLocaleString("en");
  return one.q1 == one.q3
    ? show(one.median)
    : `${show(one.median)} (${show(one.q1)}–${show(one.q3)})`;
};
const row = (cells) => `| ${cells.join(" | ")} |`;
const table = (head, rows) =>
  [row(head), row(head.map((_, index) => (index ? "--:" : "---"))), ...rows.map(row)].join("\n");

const titled = ({ name, version, kind }) => (kind == "peer" ? `${name} ${version}` : name);

function measures({ contestants }, from, to) {
  const columns = COLUMNS.slice(from, to);
  return table(
    ["", ...columns.map(({ long }) => long)],
    Object.values(contestants)
      .filter(({ measures: own }) => columns.some(({ key }) => own[key]))
      .map((one) => [
        titled(one),
        ...columns.map(({ key, digits }) => cell(one.measures[key], digits)),
      ]),
  );
}

/** Ours over the best peer, over the best of the floors that do less, and over the floor of the same duties. */
function ratios({ contestants }) {
  const all = Object.values(contestants);
  const of = (one, key) => one?.measures[key]?.median;
  const best = (kind, key) => {
    const values = all.filter((one) => one.kind == kind).map((one) => of(one, key));
    return Math.min(...values.filter(Number.isFinite));
  };
  const show = (value) => (Number.isFinite(value) ? value.toFixed(2) : "–");
  const ours = all.filter(({ kind, measures: own }) => kind == "ours" && own["cold.later"]);
  return table(
    [
      "of the best peer / of the best floor / of the floor of the same duties",
      ...ours.map(({ name }) => name),
    ],
    COLUMNS.filter(({ ratio }) => ratio).map(({ key, long }) => [
      long,
      ...ours.map((one) =>
        ["peer", "floor", "duties"].map((kind) => show(of(one, key) / best(kind, key))).join(" / "),
      ),
    ]),
  );
}

function alone({ answers, services, nodes, records } = {}) {
  return [
    answers &&
      table(
        ["INP of", "by the tag, ms", "in the HTML, ms"],
        answers.map(({ id, tag, html }) => [id, cell(tag), cell(html)]),
      ),
    services &&
      table(
        [
          "services",
          "open, ms",
          "open again, ms",
          "search, ms",
          "switch a category, ms",
          "save, ms",
        ],
        services.map((one) => [
          one.count.toLocaleString("en"),
          ...["open", "again", "search", "flip", "save"].map((key) => cell(one[key])),
        ]),
      ),
    nodes &&
      table(
        ["nodes inserted", "without, ms", "gate watching, ms"],
        nodes.map((one) => [one.count.toLocaleString("en"), cell(one.without), cell(one.with)]),
      ),
    records &&
      table(
        [
          "decisions in a row",
          "calls return, ms",
          "all sealed and stored, ms",
          "chain verified, ms",
        ],
        records.map((one) => [
          one.count.toLocaleString("en"),
          ...["blocked", "sealed", "verified"].map((key) => cell(one[key])),
        ]),
      ),
  ]
    .filter(Boolean)
    .join("\n\n");
}

function about({ machine, failures }) {
  const { date, rounds, browser, processor, memory, system, node, slowdown } = machine;
  const broken = failures.length
    ? `${failures.length} runs did not show or did not hold, and count for nothing: ${[...new Set(failures.map(({ id, why }) => `${id} (${why})`))].join("; ")}.`
    : "In every run the banner showed and the gate held.";
  return `${date}: ${rounds} rounds, ${browser}, processor ${slowdown} times slower, on ${processor}, ${memory}, ${system}, Node ${node}. Medians, quartiles in brackets. ${broken}`;
}

function lighthouse({ lighthouse: scores } = {}) {
  if (!scores) return "Not measured.";
  const names = Object.keys(scores.with);
  return table(
    ["", ...names],
    ["without", "with"].map((way) => [way, ...names.map((name) => `${scores[way][name]}`)]),
  );
}

/** Puts the results between the marks of docs/performance.md, and draws the plots. */
export async function write(results) {
  const { contestants } = results;
  const path = `${docs}performance.md`;
  const parts = {
    about: about(results),
    goals: table(
      ["", "goal", "measured", "met"],
      goals(results).map(({ what, goal, measured, met }) => [
        what,
        goal,
        measured,
        met ? "yes" : "**no**",
      ]),
    ),
    ratios: ratios(results),
    first: measures(results, 0, 10),
    after: measures(results, 10),
    alone: alone(results.alone),
    lighthouse: lighthouse(results),
  };
  let text = readFileSync(path, "utf8");
  for (const [name, content] of Object.entries(parts)) {
    const [from, to] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
    const [before, rest] = text.split(from);
    if (rest == undefined) throw new Error(`${path}: ${from} is missing`);
    text = `${before}${from}\n\n${content}\n\n${to}${rest.split(to).slice(1).join(to)}`;
  }
  writeFileSync(path, await format(text, { parser: "markdown", printWidth: 100 }));

  mkdirSync(`${docs}performance`, { recursive: true });
  const draw = (name, picture) => writeFileSync(`${docs}performance/${name}.svg`, picture);
  for (const [file, key, title] of BARS) {
    const rows = Object.values(contestants)
      .filter(({ kind, measures: own }) => kind != "base" && own[key])
      .map((one) => ({ name: one.name, kind: one.kind, ...one.measures[key] }));
    if (rows.length) draw(file, bars(title, rows));
  }
  const gated = Object.values(contestants)
    .filter(({ measures: own }) => own["many1000.last"])
    .map(({ name, kind, measures: own }) => ({
      name: name.replace(/ \(.*/, ""),
      kind,
      points: [10, 100, 1000].flatMap((count) => {
        const one = own[`many${count}.last`];
        return one ? [[count, one.median]] : [];
      }),
    }));
  if (gated.length) draw("gated", lines("Gated scripts released after accept", "ms", gated));
  const { services, nodes, records } = results.alone;
  const series = (rows, key, name, kind = "ours") => ({
    name,
    kind,
    points: rows.flatMap((one) => (one[key] ? [[one.count, one[key].median]] : [])),
  });
  if (services)
    draw(
      "services",
      lines("The preference centre by services", "ms", [
        series(services, "open", "open"),
        series(services, "search", "search", "floor"),
        series(services, "save", "save", "peer"),
      ]),
    );
  if (nodes)
    draw(
      "nodes",
      lines("Nodes inserted", "ms", [
        series(nodes, "with", "gate watching"),
        series(nodes, "without", "without", "peer"),
      ]),
    );
  if (records)
    draw(
      "records",
      lines("Decisions sealed in a row", "ms", [series(records, "sealed", "sealed and stored")]),
    );
}
