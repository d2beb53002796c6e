// Kills pages after a click on the banner in the HTML that came before its code, and counts what is gone.
//
//   node scripts/crashClicks.mjs               20 kills
//   node scripts/crashClicks.mjs --kills 200 --engine firefox
//
// Each time a new visitor, a real click on accept or reject, files that come a random while after it, and after another
// random while the end of the page's process. Then nothing may have been released that has no record on disk; and
// what the cookie holds has to count on the next page, with one record at least that has the time of the click.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { build } from "esbuild";
import playwright from "playwright";
import { firefoxPath, launchOptions } from "./browsers.mjs";

const { values: options } = parseArgs({
  options: {
    kills: { type: "string", default: "20" },
    engine: { type: "string", default: "chromium" },
  },
});
const { renderBanner, renderHead } = await import("consentry/server");

const CONFIG = {
  controller: { name: "Acme BV" },
  services: [{ id: "stats", name: "Stats", category: "performance", storage: [] }],
};
/** The longest wait for a file, and from the click to the end, in milliseconds. */
const FILE_MS = 200;
const LIFE_MS = 2500;
/** What has no record by then, on the next page, is lost. Milliseconds. */
const SEALED_MS = 120_000;

const html = { "content-type": "text/html" };
const script = { "content-type": "text/javascript" };
const head = await renderHead(CONFIG, { banner: true });
const PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Shop</title>${head.html}
<script type="application/json" id="consentry-config">${JSON.stringify(CONFIG)}</script>
<script async src="/dist/consentry.js"></script>
<script type="text/plain" data-consent="stats" data-src="/released.js"></script>
<body>${await renderBanner(CONFIG)}<h1>Shop</h1>`;
/** Only reads the log. */
const LOG = `<!doctype html><title>Log</title><script type="module">
import { createProofLog } from "/log.js";
const log = createProofLog({ indexedDB, localStorage, locks: navigator.locks, fetch, now: Date.now, window, collector: "",
  random: (count) => crypto.getRandomValues(new Uint8Array(count)), report() {} });
window.records = (await log.records()).map(({ at, method }) => ({ at, method }));
</script>`;
const bundle = await build({
  entryPoints: ["src/proof/createProofLog.ts"],
  bundle: true,
  format: "esm",
  write: false,
  logLevel: "error",
});

const pause = (ms) => new Promise((done) => setTimeout(done, ms));

let isSlow = true;
/** The code comes only when the click was made. */
let clicked = Promise.resolve();
let released = 0;
const server = createServer((request, response) => {
  const path = request.url.split("?")[0];
  const answer = (headers, text) => response.writeHead(200, headers).end(text);
  if (path === "/") return answer(html, PAGE);
  if (path === "/log") return answer(html, LOG);
  if (path === "/log.js") return answer(script, bundle.outputFiles[0].text);
  if (path === "/released.js") return answer(script, `${++released}`);
  if (!path.startsWith("/dist/")) return response.writeHead(404).end();
  const wait = () => pause(isSlow ? Math.random() * FILE_MS : 0);
  void clicked
    .then(wait)
    .then(() => answer(script, readFileSync(new URL(`..${path}`, import.meta.url))));
});
await new Promise((done) => server.listen(0, "127.0.0.1", done));
const origin = `http://127.0.0.1:${server.address().port}`;
const browser = await launch();

/** Playwright has Firefox end with the first page that crashes. */
async function launch() {
  const own = await launchOptions(options.engine);
  if (options.engine != "firefox") return playwright[options.engine].launch(own);
  const folder = mkdtempSync(join(tmpdir(), "consentry-clicks-"));
  const executablePath = join(folder, "firefox");
  const lines = ["#!/bin/sh", `exec env -u MOZ_CRASHREPORTER_SHUTDOWN "${firefoxPath()}" "$@"`, ""];
  writeFileSync(executablePath, lines.join("\n"), { mode: 0o755 });
  const launched = await playwright.firefox.launch({ ...own, executablePath });
  rmSync(folder, { recursive: true });
  return launched;
}

/** Ends the process of a page in which somebody has just clicked. */
async function killAfterClick(context, action) {
  let go;
  clicked = new Promise((done) => (go = done));
  const page = await context.newPage();
  const crash =
    options.engine == "chromium"
      ? await crashByProtocol(context, page)
      : async () => endContentProcesses();
  await page.goto(origin, { waitUntil: "commit" });
  await page.locator('[data-consentry-view="banner"]').waitFor({ state: "attached" });
  await page.locator(`[data-consentry-action="${action}"]`).click({ noWaitAfter: true });
  go();
  await pause(Math.random() * LIFE_MS);
  await crash();
}

async function crashByProtocol(context, page) {
  const session = await context.newCDPSession(page);
  return async () => {
    const dead = new Promise((done) => page.once("crash", done));
    void session.send("Page.crash").catch(() => {});
    await dead;
    await page.close();
  };
}

/** Kills what draws pages in Firefox (Linux): the processes that this one's browser has started for them. */
function endContentProcesses() {
  const processes = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const [, parent] = /^PPid:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"));
        const command = readFileSync(`/proc/${pid}/cmdline`, "utf8");
        return [{ pid: Number(pid), parent: Number(parent), command }];
      } catch {
        return []; // It has ended meanwhile.
      }
    });
  let killed = 0;
  const isOurs = ({ parent }) =>
    parent == process.pid || processes.some((one) => one.pid == parent && isOurs(one));
  for (const one of processes) {
    if (!/-contentproc\b.*\btab\W*$/s.test(one.command) || !isOurs(one)) continue;
    process.kill(one.pid, "SIGKILL");
    killed++;
  }
  if (!killed) throw new Error("no process of a page was found");
}

/** In Firefox a page may be given to the process that has just ended, and is none: then another is asked for. */
async function openPage(context) {
  for (let tries = 1; ; tries++) {
    try {
      return await context.newPage();
    } catch (error) {
      if (options.engine != "firefox" || tries == 5) throw error;
      await pause(200);
    }
  }
}

async function look(context, path, read) {
  const page = await openPage(context);
  try {
    await page.goto(origin + path);
    return await read(page);
  } finally {
    await page.close();
  }
}

const totals = { held: 0, waiting: 0, released: 0, lost: 0, unproven: 0, twice: 0 };
for (let kill = 0; kill < Number(options.kills); kill++) {
  const action = Math.random() < 0.7 ? "accept-all" : "reject-all";
  const context = await browser.newContext();
  isSlow = true;
  released = 0;
  await killAfterClick(context, action);
  const wasReleased = released > 0;
  const before = await look(context, "/log", async (page) => {
    await page.waitForFunction(() => window.records);
    return page.evaluate(() => window.records);
  });
  if (wasReleased) totals.released++;
  if (wasReleased && !before.length) totals.unproven++;
  const cookie = (await context.cookies()).find(({ name }) => name == "consentry");
  if (cookie) {
    const text = decodeURIComponent(cookie.value);
    totals.held++;
    if (text.includes("click=")) totals.waiting++;
    const at = Number(/[&]t=(\d+)/.exec(text)[1]) * 1000;
    isSlow = false;
    const after = await look(context, "/", async (page) => {
      // Lost is what never comes: a busy machine takes long to seal, and to answer.
      const sealed = () =>
        page
          .evaluate(async () => (await window.Consentry?.current?.proof.records())?.length)
          .catch((error) => console.error(String(error).split("\n", 1)[0]));
      for (const end = Date.now() + SEALED_MS; Date.now() < end && !(await sealed());)
        await pause(50);
      return page.evaluate(async () => ({
        permitted: Consentry.current.permits("stats"),
        records: (await Consentry.current.proof.records()).map(({ at, method }) => ({
          at,
          method,
        })),
        report: await Consentry.current.proof.verify(),
      }));
    });
    const own = after.records.filter(
      ({ at: time, method }) => Date.parse(time) == at && method == action,
    );
    if (!own.length || !after.report.ok || after.permitted != (action == "accept-all")) {
      totals.lost++;
      console.error(action, text, JSON.stringify(before), JSON.stringify(after));
    }
    if (own.length > 1) totals.twice++;
  }
  await context.close();
}
console.log(
  `${options.engine} ${browser.version()}: ${options.kills} kills around a click: the cookie held ${totals.held} answers, ${totals.waiting} of them not sealed yet; ` +
    `${totals.lost} lost; released on ${totals.released} pages, ${totals.unproven} without a record; ${totals.twice} sealed twice`,
);
if (totals.lost || totals.unproven) process.exitCode = 1;
await browser.close();
server.close();
