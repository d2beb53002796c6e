// Opens the vector page in a real browser, as each kind of site serves it, and counts what reached the vendors.
import playwright from "playwright";
import { launchOptions } from "../../scripts/browsers.mjs";
import { vectorPage } from "./vectorPage.mjs";
import { quiet, startSite, startVendor } from "./vectorWorld.mjs";

const NONCE = "c29tZXRoaW5n";
/** Chromium has it behind a flag before version 152. */
const ALLOWLIST = "--enable-features=ConnectionAllowlists,OverrideConnectionAllowlistOriginTrial";
const KINDS = "script connect socket frame image style font media worker form".split(" ");
const CATEGORIES = ["performance", "marketing", "functional"];

/**
 * A site with three vendors, one in each category, and a browser to look at it with.
 *
 * @param code What is measured: `nodePolicy`, `parseGate`, `cookieFor(options, choices)`, `writePolicies`, `workerCode`.
 */
export async function openVectors(engine, code) {
  const launch = await launchOptions(engine);
  if (!launch) return null;
  const vendors = await Promise.all(CATEGORIES.map(startVendor));
  const site = await startSite();
  const args = [...(launch.args ?? []), ...(engine == "chromium" ? [ALLOWLIST] : [])];
  const browser = await playwright[engine].launch({ ...launch, args });
  const options = {
    controller: { name: "Acme BV" },
    categories: CATEGORIES,
    services: CATEGORIES.map((category, index) => ({
      id: `${category}-vendor`,
      name: category,
      category,
      storage: [],
      hostsFor: Object.fromEntries(KINDS.map((kind) => [kind, [vendors[index].origin]])),
    })),
  };
  const base = { inline: "all" };
  const targets = vendors.map(({ origin }) => origin);

  /** Serves the site in one way, visits it, and gives what reached each vendor. */
  async function visit(mode, { cookie = "", count = 1, onto = [0] } = {}) {
    const context = await browser.newContext();
    if (cookie) {
      const [name, value] = [
        cookie.slice(0, cookie.indexOf("=")),
        cookie.slice(cookie.indexOf("=") + 1),
      ];
      await context.addCookies([{ name, value, url: site.origin }]);
    }
    const chosen = onto.map((index) => targets[index]);
    const facts = { site, options, base, code, context, chosen, vendors };
    const results = await MODES[mode](facts, count);
    await context.close();
    return results;
  }

  return {
    options,
    version: browser.version().split(".")[0],
    visit,
    async close() {
      await browser.close();
      await site.close();
      await Promise.all(vendors.map((vendor) => vendor.close()));
    },
  };
}

async function look({ site, context, vendors, chosen }, given = {}) {
  for (const vendor of vendors) vendor.reset();
  site.page = (path) =>
    path == "/" ? vectorPage(chosen, given) : "<!doctype html><title>x</title>";
  const page = await context.newPage();
  await page.addInitScript(() => {
    globalThis.reported = [];
    addEventListener("securitypolicyviolation", (event) => reported.push(event.blockedURI));
  });
  // A vendor's stylesheet that never comes must not keep the page from being counted.
  await page.goto(`${site.origin}/`, { waitUntil: "domcontentloaded" });
  await page
    .waitForFunction(() => document.title == "fired", null, { timeout: 20_000 })
    .catch(() => {});
  await quiet(vendors);
  // What the monitor named of the first vendor's channels, where it is on the page.
  const named = await page.evaluate(() =>
    (globalThis.sightings ?? []).map(({ address }) => address),
  );
  const found = vendors.map((vendor) => ({
    named: [
      ...new Set(
        named.flatMap((address) => address.split(`${vendor.origin.slice(4)}/v/`).slice(1)),
      ),
    ],
    channels: [...vendor.reached].sort((a, b) => (a < b ? -1 : 1)),
    connections: vendor.connections(),
  }));
  await page.close();
  return found;
}

const MODES = {
  async none(facts) {
    facts.site.middleware = null;
    return look(facts);
  },
  /** The site's own scripts are inline, and any may be. */
  async inline(facts) {
    const { site, code, options } = facts;
    site.middleware = code.nodePolicy(options, { inline: "all" });
    return look(facts);
  },
  /** The site's own scripts carry a nonce. */
  async nonce(facts) {
    const { site, code, options } = facts;
    site.middleware = code.nodePolicy(options, { nonce: NONCE });
    return look(facts, { nonce: NONCE });
  },
  /** The same, and the links of the page are known. */
  async allowlist(facts) {
    const { site, code, options } = facts;
    site.middleware = code.nodePolicy(options, { nonce: NONCE, links: [] });
    return look(facts, { nonce: NONCE });
  },
  /** Nothing is stopped; a policy that only reports, and the monitor. */
  async monitor(facts) {
    const { site, code, options } = facts;
    site.middleware = code.nodePolicy(options, { inline: "all", reportOnly: true });
    const services = options.services.map(({ id }) => ({
      id,
      name: id,
      hosts: ["127.0.0.1"],
      keys: [],
    }));
    const head = `<script>${code.monitorCode};globalThis.sightings=[];monitor.startMonitor({services:${JSON.stringify(services)},permits:()=>false,onSighting:(one)=>sightings.push(one)})</script>`;
    return look(facts, { head });
  },
  /** A static host: the head's strict policy on the first visit, the worker's from the second. */
  async worker(facts, count) {
    const { site, code, options, base, context } = facts;
    site.middleware = null;
    const config = code.parseGate(options, () => {});
    site.files["/consentry.sw.js"] =
      code.writePolicies(config, base, "worker").text + code.workerCode;
    const head = code.writePolicies(config, base, "head").text;
    const first = await look(facts, { head });
    let found = first;
    const page = await context.newPage();
    for (let visit = 1; visit < count; visit += 1) {
      await page.goto(`${site.origin}/empty`);
      await page.evaluate(async () => {
        await navigator.serviceWorker.register("/consentry.sw.js");
        await navigator.serviceWorker.ready;
        if (!navigator.serviceWorker.controller) {
          await new Promise((done) =>
            navigator.serviceWorker.addEventListener("controllerchange", done, { once: true }),
          );
        }
      });
      found = await look(facts, { head });
    }
    await page.close();
    return Object.assign(found, { first });
  },
};
