// Real apps of the frameworks, every row: `npm run frameworks`. It writes the table in docs/frameworks.md anew.
// `[--only next]`: one app, of which it writes the column; `[--engines chromium]`: a part, which writes nothing.
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";

const PAGE = "docs/frameworks.md";
const RESULTS = ".tmp/frameworks.json";
const option = (name) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : process.argv[at + 1];
};
const only = option("only");
const engines = option("engines");
const { status } = spawnSync(
  process.execPath,
  [
    ...["node_modules/vitest/vitest.mjs", "run", "--project", "e2e", "test/e2e/frameworks.test.ts"],
    ...["--reporter=default", "--reporter=json", `--outputFile=${RESULTS}`],
  ],
  {
    stdio: "inherit",
    env: {
      ...process.env,
      CONSENTRY_FRAMEWORKS: only ?? "all",
      CONSENTRY_ENGINES: engines ?? "chromium,firefox",
      CONSENTRY_EVERYWHERE: "1",
    },
  },
);
if (!engines) writeTable();
process.exitCode = status ?? 1;

/** A row for each test, a column for each app; the sign of a cell counts every engine that tried it. Of one app, the others' stay. */
function writeTable() {
  const { testResults } = JSON.parse(readFileSync(RESULTS, "utf8"));
  const page = readFileSync(PAGE, "utf8");
  const [before, rest] = page.split("<!-- rows -->\n");
  const [shown, after] = rest.split("<!-- /rows -->");
  const cells = new Map();
  const apps = new Map();
  for (const one of testResults[0].assertionResults) {
    const [where, app] = one.ancestorTitles;
    const { title } = one;
    const end = one.status;
    const { engines, titles } = apps.get(app) ?? { engines: new Set(), titles: new Set() };
    apps.set(app, { engines: engines.add(/\((\w+)\)/.exec(where)[1]), titles: titles.add(title) });
    const row = cells.get(title) ?? new Map();
    cells.set(title, row.set(app, (row.get(app) ?? true) && end == "passed"));
  }
  const old = only ? readTable(shown) : new Map();
  const names = only ? [...old.get("").keys()] : [...apps.keys()];
  const titles = only ? [...old.keys()].slice(2, -1) : [];
  for (const rows of apps.values()) addInOrder(titles, [...rows.titles]);
  const line = (parts) => `| ${parts.join(" | ")} |`;
  const kept = (title, app) => (apps.has(app) ? undefined : old.get(title)?.get(app));
  const sign = (title, app) => {
    const end = cells.get(title)?.get(app);
    return kept(title, app) ?? (end == undefined ? "–" : end ? "yes" : "**no**");
  };
  const browsers = (app) =>
    kept("Browsers", app) ?? [...apps.get(app).engines].map(capital).join(", ");
  const table = [
    line(["", ...names]),
    line(["---", ...names.map(() => ":-:")]),
    ...titles.map((title) => line([title, ...names.map((app) => sign(title, app))])),
    line(["Browsers", ...names.map(browsers)]),
  ].join("\n");
  writeFileSync(PAGE, `${before}<!-- rows -->\n\n${table}\n\n<!-- /rows -->${after}`);
  spawnSync(process.execPath, ["node_modules/prettier/bin/prettier.cjs", "--write", PAGE]);
}

/** Puts each title that is not there before the one that follows it in an app: not every app has every row. */
function addInOrder(titles, own) {
  for (const [at, title] of own.entries()) {
    if (titles.includes(title)) continue;
    const next = own.slice(at + 1).find((one) => titles.includes(one));
    titles.splice(next ? titles.indexOf(next) : titles.length, 0, title);
  }
}

/** The table as it stands: by the text of a row, its cell for each app. */
function readTable(text) {
  const [head, ...lines] = text
    .trim()
    .split("\n")
    .map((line) =>
      line
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
  const row = (parts) => new Map(head.slice(1).map((app, at) => [app, parts[at + 1]]));
  return new Map([head, ...lines].map((parts) => [parts[0], row(parts)]));
}

function capital(word) {
  return word[0].toUpperCase() + word.slice(1);
}
