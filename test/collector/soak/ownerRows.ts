import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { createCollector } from "../../../src/collector/createCollector.ts";
import { sqliteStore } from "../../../src/collector/sqlite/sqliteStore.ts";
import { identity } from "../util/entries.ts";
import { isProgram, machine, numbers } from "./machine.ts";

/** What one look at the owner's page cost. */
export interface OwnerLook {
  days: number;
  ms: number;
  /** Longest time for which nothing else was answered, in milliseconds. */
  longest: number;
  /** Memory that came with it, in MiB. */
  memory: number;
  status: number;
}

const TOKEN = "a-long-enough-token";
const NOW = Date.parse("2026-11-22T12:00:00Z");

/** The owner's page over as many lines of the statistics as a year of attacks could leave behind. */
export async function ownerRows(rows: number): Promise<{ rows: number; looks: OwnerLook[] }> {
  const home = mkdtempSync(join(tmpdir(), "consentry-owner-"));
  const path = join(home, "log.db");
  try {
    await (await sqliteStore({ path })).close();
    const made = fill(path, rows);
    const store = await sqliteStore({ path });
    const origins = ["https://shop.example"];
    const now = () => NOW;
    const collector = createCollector({ store, log: identity(), origins, ownerToken: TOKEN, now });
    const looks: OwnerLook[] = [];
    for (const days of [7, 30, 90, 365]) looks.push(await look(collector, days));
    await store.close();
    return { rows: made, looks };
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

async function look(
  collector: (request: Request) => Promise<Response>,
  days: number,
): Promise<OwnerLook> {
  const headers = { authorization: `Bearer ${TOKEN}` };
  const before = process.memoryUsage.rss();
  let [longest, last, peak] = [0, performance.now(), before];
  const tick = () => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
    peak = Math.max(peak, process.memoryUsage.rss());
  };
  const timer = setInterval(tick, 1);
  const start = performance.now();
  const { status } = await collector(
    new Request(`https://c.example/owner?days=${days}`, { headers }),
  );
  const ms = performance.now() - start;
  tick();
  clearInterval(timer);
  return { days, ms, longest, memory: (peak - before) / 2 ** 20, status };
}

/** Days × 200 banners × 87 names, as the limits of a day allow, over as many sites as it takes. */
function fill(path: string, rows: number): number {
  const db = new DatabaseSync(path);
  const perDay = 200 * 87;
  const days = Math.min(365, Math.ceil(rows / perDay));
  const sites = Math.ceil(rows / (perDay * days));
  db.exec("PRAGMA synchronous = OFF; BEGIN");
  db.exec(`CREATE TEMP TABLE name AS WITH RECURSIVE i(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM i WHERE n < 86)
    SELECT CASE WHEN n < 7 THEN 'event:' || substr('given     renewed   refused   changed   withdrawn expired   invalidated', n * 10 + 1, 10)
      ELSE 'yes:category-' || n END AS name FROM i`);
  db.exec("UPDATE name SET name = trim(name)");
  db.exec(`CREATE TEMP TABLE shown AS WITH RECURSIVE i(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM i WHERE n < 199)
    SELECT printf('%064x', n + 1) AS notice FROM i`);
  db.exec(`CREATE TEMP TABLE date AS WITH RECURSIVE i(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM i WHERE n < ${days - 1})
    SELECT date('2026-11-22', '-' || n || ' days') AS day FROM i`);
  db.exec(`CREATE TEMP TABLE place AS WITH RECURSIVE i(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM i WHERE n < ${sites - 1})
    SELECT 'site-' || n || '.example' AS site FROM i`);
  db.exec(`INSERT INTO tally SELECT day, site, notice, name, 3 FROM shown, date, place, name
    ORDER BY notice, day, site, name`);
  db.exec(`INSERT INTO span SELECT notice, part, site, name, 3 * days FROM shown,
    (SELECT 'm' || substr(day, 1, 7) AS part, count(*) AS days FROM date GROUP BY part
      UNION ALL SELECT 't' || substr(day, 1, 9) AS part, count(*) FROM date GROUP BY part), place, name
    ORDER BY notice, part, site, name`);
  db.exec("INSERT INTO daily SELECT day, site, name, 600 FROM date, place, name");
  db.exec(
    `INSERT INTO banner SELECT notice, site, (SELECT min(day) FROM date), '2026-11-22' FROM shown, place`,
  );
  db.exec("COMMIT");
  db.close();
  return perDay * days * sites;
}

if (isProgram(import.meta.url)) {
  const { rows, looks } = await ownerRows(numbers({ rows: 10_000_000 }).rows);
  console.log(`the owner's page over ${rows.toLocaleString("en")} lines of the statistics`);
  for (const { days, ms, longest, memory, status } of looks) {
    console.log(
      `${days} days: ${status} in ${ms.toFixed(0)} ms, others waited ${longest.toFixed(0)} ms at most, memory +${memory.toFixed(0)} MiB`,
    );
  }
  console.log(machine());
}
