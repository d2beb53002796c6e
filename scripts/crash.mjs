// Kills browsers and closes windows right after a decision, and counts the records that are gone.
//
//   node scripts/crash.mjs                          3 kills, 10 closes, 2 tabs of 20, each engine found
//   node scripts/crash.mjs --kills 50 --closes 200 --tabs 8 --decisions 500
//   node scripts/crash.mjs --engine firefox --control    the same with localStorage: has to lose some
//
// A kill: the page decides again and again and tells the server each record that `append` has sealed; after
// a random while the whole browser gets SIGKILL. Started again on the same profile, it must still have
// every record it had told. A close: a window decides once and closes itself in the same turn of the
// event loop; the record must be there. Tabs: several decide at once; there must be one chain.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { build } from "esbuild";
import { chromiumPath, firefoxPath, isRoot } from "./browsers.mjs";

const { values: options } = parseArgs({
  options: {
    engine: { type: "string" },
    kills: { type: "string", default: "3" },
    closes: { type: "string", default: "10" },
    tabs: { type: "string", default: "2" },
    decisions: { type: "string", default: "20" },
    control: { type: "boolean", default: false },
  },
});

const bundle = await build({
  entryPoints: ["src/proof/createProofLog.ts"],
  bundle: true,
  format: "esm",
  target: "es2022",
  write: false,
  logLevel: "error",
});

/** The page: makes a log and does what its address asks for. */
const PAGE = `<!doctype html><meta charset="utf-8"><title>proof</title><script type="module">
import { createProofLog } from "/log.js";
const query = new URLSearchParams(location.search);
// Browsers refuse a keepalive body over 64 KiB: thousands of ids are told without.
const tell = (path, body = "") => fetch(path, { method: "POST", body, keepalive: body.length < 6e4 });
const log = createProofLog({
  indexedDB: query.has("control") ? undefined : indexedDB,
  localStorage, locks: navigator.locks, fetch, now: Date.now, window, collector: "",
  random: (count) => crypto.getRandomValues(new Uint8Array(count)),
  report: (code, at) => query.has("control") || tell("/problem", code + " " + at),
});
const decide = () => log.append({
  subject: "AAAAAAAAAAAAAAAAAAAAAA", event: "given", method: "accept-all", source: "banner",
  at: Date.now(), expiresAt: Date.now() + 1e10, controller: "Acme BV",
  categories: { necessary: true, performance: true, marketing: false },
  services: { "google-analytics": true, hotjar: true, "microsoft-uet": false },
  notice: "x".repeat(4000), language: "en", revision: 1, page: location.href, gpc: false,
  library: { version: "0.0.0", build: "crash" }, trusted: true,
});
const acts = {
  async forever() {
    await log.open();
    for (;;) await tell("/sealed", (await decide()).id);
  },
  async read() {
    const ids = (await log.records()).map(({ id }) => id);
    await tell("/read", JSON.stringify({ ids, report: await log.verify() }));
  },
  async closes() {
    for (let i = 0; i < Number(query.get("count")); i++) {
      const child = open("/?act=once" + (query.has("control") ? "&control" : ""));
      if (!child) await tell("/problem", "popup blocked");
      while (!child.closed) await new Promise((done) => setTimeout(done, 5));
      await tell("/closed");
    }
    await acts.read();
  },
  async once() {
    await log.open();
    void decide();
    window.close();
  },
  async burst() {
    await log.open();
    await tell("/ready");
    for (let i = 0; i < Number(query.get("count")); i++) await decide();
    await tell("/done");
  },
  async tabs() {
    for (let i = 0; i < Number(query.get("tabs")); i++) open("/?act=burst&count=" + query.get("count"));
  },
};
await acts[query.get("act")]();
</script>`;

/** Serves the page and passes on what pages tell. */
function serve() {
  const listeners = new Map();
  const problems = [];
  const server = createServer(async (request, response) => {
    const path = request.url.split("?")[0];
    if (request.method === "POST") {
      let body = "";
      for await (const part of request) body += part;
      if (path === "/problem") problems.push(body);
      listeners.get(path)?.(body);
      response.end();
    } else if (path === "/log.js") {
      response.setHeader("content-type", "text/javascript");
      response.end(bundle.outputFiles[0].text);
    } else {
      response.setHeader("content-type", "text/html");
      response.end(path === "/" ? PAGE : "");
    }
  });
  return new Promise((ready) => {
    server.listen(0, "127.0.0.1", () =>
      ready({
        origin: `http://127.0.0.1:${server.address().port}`,
        problems,
        /** Calls back for each message of a kind. Gives the undo. */
        hear(path, listener) {
          listeners.set(path, listener);
          return () => listeners.delete(path);
        },
        close: () => server.close(),
      }),
    );
  });
}

const sleep = (ms) => new Promise((done) => setTimeout(done, ms));

const PREFS = [
  'user_pref("dom.disable_open_during_load", false);',
  'user_pref("dom.allow_scripts_to_close_windows", true);',
  'user_pref("dom.popup_maximum", -1);',
  'user_pref("browser.sessionstore.resume_from_crash", false);',
  'user_pref("toolkit.startup.max_resumed_crashes", -1);',
  'user_pref("browser.shell.checkDefaultBrowser", false);',
  'user_pref("datareporting.policy.dataSubmissionEnabled", false);',
  'user_pref("app.update.enabled", false);',
].join("\n");

const ENGINES = {
  chromium: {
    path: chromiumPath(),
    args: (profile) => [
      "--headless=new",
      `--user-data-dir=${profile}`,
      "--no-first-run",
      "--disable-popup-blocking",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-background-timer-throttling",
      "--disable-renderer-backgrounding",
      "--disable-backgrounding-occluded-windows",
      "--hide-crash-restore-bubble",
      ...(isRoot ? ["--no-sandbox"] : []),
    ],
  },
  firefox: {
    path: firefoxPath(),
    args: (profile) => ["--headless", "--no-remote", "--profile", profile],
  },
};

/** Starts a browser in a process group of its own. */
function start({ path, args }, profile, url) {
  writeFileSync(join(profile, "user.js"), PREFS);
  const child = spawn(path, [...args(profile), url], { detached: true, stdio: "ignore" });
  const gone = new Promise((done) => child.once("exit", done));
  return async () => {
    try {
      process.kill(-Number(child.pid), "SIGKILL");
    } catch {
      // It has ended by itself.
    }
    await gone;
    await sleep(200); // Its children let go of the profile.
  };
}

/** Waits for one message. */
function once(site, path, ms = 60_000) {
  return new Promise((done, fail) => {
    const timer = setTimeout(() => fail(new Error(`no ${path} within ${ms} ms`)), ms);
    const undo = site.hear(path, (body) => {
      clearTimeout(timer);
      undo();
      done(body);
    });
  });
}

async function withProfile(act) {
  const profile = mkdtempSync(join(tmpdir(), "consentry-crash-"));
  try {
    return await act(profile);
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

const read = async (site, engine, profile, flags, count = 0) => {
  // Thousands of records take their time on a busy machine.
  const told = once(site, "/read", 60_000 + count * 60);
  const kill = start(engine, profile, `${site.origin}/?act=read${flags}`);
  const answer = JSON.parse(await told);
  await kill();
  return answer;
};

/** One browser, killed while it decides: how many sealed records it told, and how many are gone. */
const killOnce = (site, engine, flags) =>
  withProfile(async (profile) => {
    const sealed = [];
    const undo = site.hear("/sealed", (id) => sealed.push(id));
    const kill = start(engine, profile, `${site.origin}/?act=forever${flags}`);
    for (let waited = 0; !sealed.length && waited < 60_000; waited += 20) await sleep(20);
    await sleep(Math.random() * 1500);
    await kill();
    undo();
    const { ids, report } = await read(site, engine, profile, flags);
    return { sealed: sealed.length, lost: sealed.filter((id) => !ids.includes(id)).length, report };
  });

/** Windows that close themselves in the turn of the decision. */
const closeMany = (site, engine, count, flags) =>
  withProfile(async (profile) => {
    const told = once(site, "/read", 60_000 + count * 2000);
    const kill = start(engine, profile, `${site.origin}/?act=closes&count=${count}${flags}`);
    const { ids, report } = JSON.parse(await told);
    await kill();
    return { sealed: count, lost: count - ids.length, report };
  });

/** Tabs that decide at once. */
const manyTabs = (site, engine, tabs, count) =>
  withProfile(async (profile) => {
    let done = 0;
    const undo = site.hear("/done", () => done++);
    const kill = start(engine, profile, `${site.origin}/?act=tabs&tabs=${tabs}&count=${count}`);
    for (let waited = 0; done < tabs && waited < 600_000; waited += 100) await sleep(100);
    undo();
    await kill();
    const { ids, report } = await read(site, engine, profile, "", tabs * count);
    return { sealed: tabs * count, lost: tabs * count - new Set(ids).size, report };
  });

const site = await serve();
const flags = options.control ? "&control" : "";
let failures = 0;
try {
  for (const [name, engine] of Object.entries(ENGINES)) {
    if (options.engine && options.engine !== name) continue;
    if (!engine.path) {
      console.log(`${name}: not installed, left out`);
      continue;
    }
    const tell = (what, { sealed, lost, report }) => {
      const chain = report.ok
        ? "chain whole"
        : `chain broken at ${report.firstBad}: ${report.reason}`;
      console.log(`${name}: ${what}: ${sealed} sealed, ${lost} lost, ${chain}`);
      if (lost || !report.ok) failures++;
    };
    const total = { sealed: 0, lost: 0, report: { ok: true } };
    for (let i = 0; i < Number(options.kills); i++) {
      const { sealed, lost, report } = await killOnce(site, engine, flags);
      total.sealed += sealed;
      total.lost += lost;
      if (!report.ok) total.report = report;
    }
    if (Number(options.kills)) tell(`${options.kills} kills`, total);
    if (Number(options.closes)) {
      tell(
        `${options.closes} closes`,
        await closeMany(site, engine, Number(options.closes), flags),
      );
    }
    if (Number(options.tabs) && !options.control) {
      const [tabs, count] = [Number(options.tabs), Number(options.decisions)];
      tell(`${tabs} tabs × ${count}`, await manyTabs(site, engine, tabs, count));
    }
  }
} finally {
  site.close();
}
if (site.problems.length) console.log([...new Set(site.problems)].join("\n"));
if (options.control ? !failures : failures || site.problems.length) {
  console.error(
    options.control ? "The control lost nothing: this test cannot see." : "Records were lost.",
  );
  process.exitCode = 1;
}
