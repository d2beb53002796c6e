// Real apps of the frameworks, every row: `npm run frameworks`. It writes the table in docs/frameworks.md anew.
// `[--engines chromium]`, `[--only next]`: a part, which writes nothing.
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
if (!only && !engines) writeTable();
process.exitCode = status ?? 1;

/** A row for each test, a column for each app; the sign of a cell counts every engine that tried it. */
function writeTable() {
  const { testResults } = JSON.parse(readFileSync(RESULTS, "utf8"));
  const cells = new Map();
  const apps = new Map();
  for (const one of testResults[0].assertionResults) {
    const [where, app] = one.ancestorTitles;
    const { title } = one;
    const end = one.status;
    apps.set(app, (apps.get(app) ?? new Set()).add(/\((\w+)\)/.exec(where)[1]));
    const row = cells.get(title) ?? new Map();
    cells.set(title, row.set(app, (row.get(app) ?? true) && end == "passed"));
  }
  const names = [...apps.keys()];
  const line = (parts) => `| ${parts.join(" | ")} |`;
  const sign = (row, app) => (row.has(app) ? (row.get(app) ? "yes" : "**no**") : "–");
  const table = [
    line(["", ...names]),
    line(["---", ...names.map(() => ":-:")]),
    ...[...cells].map(([title, row]) => line([title, ...names.map((app) => sign(row, app))])),
    line(["Browsers", ...names.map((app) => [...apps.get(app)].map(capital).join(", "))]),
  ].join("\n");
  const [before, rest] = readFileSync(PAGE, "utf8").split("<!-- rows -->\n");
  const [, after] = rest.split("<!-- /rows -->");
  writeFileSync(PAGE, `${before}<!-- rows -->\n\n${table}\n\n<!-- /rows -->${after}`);
  spawnSync(process.execPath, ["node_modules/prettier/bin/prettier.cjs", "--write", PAGE]);
}

function capital(word) {
  return word[0].toUpperCase() + word.slice(1);
}
