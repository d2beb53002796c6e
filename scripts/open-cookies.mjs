// Writes data/open-cookies.json from a copy of the Open Cookie Database (Apache-2.0): names, whose they are, what for,
// how long. `node scripts/open-cookies.mjs FOLDER`, FOLDER a checkout of github.com/jkwakman/Open-Cookie-Database.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";

const [folder] = process.argv.slice(2);
if (!folder) throw new Error("Name a checkout of github.com/jkwakman/Open-Cookie-Database.");
const git = (...args) =>
  execFileSync("git", ["-C", folder, ...args], { encoding: "utf8", maxBuffer: 2 ** 26 });
const commit = git("rev-parse", "HEAD").trim();
const all = JSON.parse(git("show", "HEAD:open-cookie-database.json"));
const seen = new Set();
const cookies = Object.entries(all)
  .flatMap(([platform, list]) =>
    list.map((one) => [
      one.cookie + (one.wildcardMatch == "1" ? "*" : ""),
      platform,
      one.category,
      one.retentionPeriod,
      one.dataController,
    ]),
  )
  .filter(
    (row) => row[0].replace(/\*/g, "").length > 1 && !seen.has(row.join()) && seen.add(row.join()),
  )
  .toSorted((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : a[1] < b[1] ? -1 : 1));
const head = {
  source: "https://github.com/jkwakman/Open-Cookie-Database",
  commit,
  licence: "Apache-2.0",
  attribution:
    "Open Cookie Database, Jan-Willem Kwakman and contributors. Names and facts, shortened; descriptions left out.",
};
const rows = cookies.map((row) => `    ${JSON.stringify(row)}`).join(",\n");
const text = `${JSON.stringify(head, null, 2).slice(0, -2)},\n  "cookies": [\n${rows}\n  ]\n}\n`;
writeFileSync(new URL("../data/open-cookies.json", import.meta.url), text);
writeFileSync(
  new URL("../data/LICENSE-open-cookies", import.meta.url),
  git("show", "HEAD:LICENSE"),
);
console.log(
  `${cookies.length} names of ${commit.slice(0, 7)}, ${readFileSync(new URL("../data/open-cookies.json", import.meta.url)).length} bytes`,
);
