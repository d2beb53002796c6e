import { readFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { expect, it } from "vitest";
import { installed } from "../../scripts/packages.mjs";
import type { Answer } from "../pages/answer.ts";
import { root } from "../pages/files.ts";
import { SITE } from "../pages/server.ts";
import { BASIC, inline } from "../util/html.ts";
import { pageLoads } from "../util/pageLoads.ts";
import { soon } from "../util/soon.ts";
import { inOneEngine, NOTHING, type Visit } from "../util/visit.ts";

// Vendors' real code, as npm carries it, at work: it counts after consent, at an address that stands
// in for the vendor's, not before and not after, and what it left is gone.

const HEX32 = "0123456789abcdef0123456789abcdef";
const script = (text: string): Answer => ({
  body: text,
  headers: { "content-type": "text/javascript", "access-control-allow-origin": "*" },
});
const PACKAGES = installed("test/packages/vendors");
const file = (path: string): Answer => script(readFileSync(join(PACKAGES, path), "utf8"));
/** What each vendor's collector says when all is well. */
const taken: Answer = {
  body: JSON.stringify({ code: 200, status: 1 }),
  headers: {
    "content-type": "application/json",
    "access-control-allow-origin": SITE,
    "access-control-allow-credentials": "true",
    "access-control-allow-headers": "content-type,sp-anonymous",
  },
};

/** A site's own use of an npm package, by the hooks of the catalogue's service. */
const SNOWPLOW = await build({
  stdin: {
    contents: `
      import { createConsent } from "consentry";
      import { mountUi } from "consentry/ui";
      import { snowplow } from "consentry/services/snowplow";
      import * as tracker from "@snowplow/browser-tracker";
      window.snowplow = (name, ...values) => tracker[name](...values);
      const service = snowplow({ hosts: ["collect.example"] });
      const consent = createConsent({
        controller: { name: "Acme BV" },
        ui: mountUi,
        services: [{
          ...service,
          load() {
            tracker.newTracker("sp", "https://collect.example", { appId: "shop" });
            tracker.trackPageView();
          },
        }],
      });
      window.Consentry = { current: consent };
      consent.start();`,
    resolveDir: root,
  },
  nodePaths: [PACKAGES],
  bundle: true,
  format: "iife",
  write: false,
  logLevel: "silent",
});

interface Vendor {
  id: string;
  /** The library, and the vendor's code where the catalogue's loader asks for it. */
  library: string;
  loads?: readonly [url: string, answer: Answer];
  collector: string;
  /** Runs in the page: counts one event of this name. */
  count: (name: string) => void;
  /** What it is known to keep on the device while it runs, at the least. */
  keys: Partial<Record<"cookies" | "local" | "session" | "databases", string>>;
  /**
   * What it keeps last as it starts. Between its cookie and its last part Amplitude takes an event and
   * sends it nowhere (`Timeline.apply`: "no destination plugins on the instance").
   */
  last: "cookies" | "local";
  /** True: after a withdrawal the page reloads, and its global is gone. */
  reloads: boolean;
  /** Its own note of the refusal, in local storage. */
  refusal?: string;
}

type Global = Record<string, (...values: unknown[]) => void> & ((...values: unknown[]) => void);
declare global {
  var posthog: Global | undefined;
  var mixpanel: Global | undefined;
  var amplitude: Global | undefined;
  var snowplow: Global | undefined;
}

const tag = (id: string, options: object): string =>
  inline({ ...BASIC, services: { [id]: options } });

const vendors: Vendor[] = [
  {
    id: "posthog",
    library: tag("posthog", {
      id: "phc_0123456789abcdefghij",
      config: {
        // Bodies that the log can be read for; and a driven browser counts as a bot.
        disable_compression: true,
        opt_out_useragent_filter: true,
        advanced_disable_flags: true,
        request_queue_config: { flush_interval_ms: 250 },
      },
    }),
    loads: ["https://eu-assets.i.posthog.com/static/array.js", file("posthog-js/dist/array.js")],
    collector: "https://eu.i.posthog.com/e/",
    count: (name) => window.posthog?.["capture"]!(name),
    keys: { cookies: "ph_phc_", local: "ph_phc_", session: "ph_phc_" },
    last: "cookies",
    reloads: false,
    refusal: "__ph_opt_in_out_phc_0123456789abcdefghij",
  },
  {
    id: "mixpanel",
    library: tag("mixpanel", {
      id: HEX32,
      config: { api_host: "https://api-eu.mixpanel.com", batch_flush_interval_ms: 250 },
    }),
    loads: [
      "https://cdn.mxpnl.com/libs/mixpanel-2-latest.min.js",
      file("mixpanel-browser/dist/mixpanel.min.js"),
    ],
    collector: "https://api-eu.mixpanel.com/track/",
    count: (name) => window.mixpanel?.["track"]!(name),
    keys: {
      cookies: `mp_${HEX32}_mixpanel`,
      session: "mp_tab_id_",
      databases: "mixpanelBrowserDb",
    },
    last: "cookies",
    reloads: false,
    refusal: `__mp_opt_in_out_${HEX32}`,
  },
  {
    id: "amplitude",
    library: tag("amplitude", {
      id: HEX32,
      config: { serverZone: "EU", flushIntervalMillis: 50, fetchRemoteConfig: false },
    }),
    loads: [
      `https://cdn.amplitude.com/script/${HEX32}.js`,
      file("@amplitude/analytics-browser/lib/scripts/amplitude-min.js"),
    ],
    collector: "https://api.eu.amplitude.com/2/httpapi",
    count: (name) => window.amplitude?.["track"]!(name),
    keys: {
      cookies: "AMP_",
      local: "AMP_unsent_",
      session: "AMP_URL_INFO",
      databases: "AMP_diagnostics",
    },
    last: "local",
    reloads: true,
  },
  {
    id: "snowplow",
    library: `<script src="/app.js" defer></script>`,
    collector: "https://collect.example/com.snowplowanalytics.snowplow/tp2",
    count: (name) => window.snowplow?.("trackStructEvent", { category: "test", action: name }),
    keys: { cookies: "_sp_id.", local: "snowplowOutQueue_" },
    last: "cookies",
    reloads: true,
  },
];

await inOneEngine("real vendor code", (open, network) => {
  it.each(vendors)("$id counts with consent and with nothing less", async (vendor) => {
    if (vendor.loads) network.route(...vendor.loads);
    network.route(vendor.collector, taken);
    network.route(`${SITE}/app.js`, script(SNOWPLOW.outputFiles[0]!.text));
    const page = await open({ library: vendor.library });
    /** Names that we gave to events which reached the vendor. */
    const counted = (): string[] => {
      const posts = page
        .outside()
        .filter(
          ({ method, host, path }) =>
            method == "POST" && vendor.collector == `https://${host}${path}`,
        );
      const names = posts.flatMap(
        ({ body }) => decodeURIComponent(body).match(/Event[A-Z]/g) ?? [],
      );
      return [...new Set(names)].sort();
    };
    const count = (name: string): Promise<void> => page.evaluate(vendor.count, name);

    await soon(page.view).toBe("banner");
    await count("EventA");
    await page.settle();
    expect(page.outside()).toEqual([]);
    expect(await page.stored()).toEqual(NOTHING);

    await page.choose("accept-all");
    await soon(() => begins(page, vendor.keys)).toEqual(Object.keys(vendor.keys));
    await count("EventB");
    await expect.poll(counted).toEqual(["EventB"]);

    await page.settle();
    network.log.clear();
    await page.evaluate(() => void Consentry.current!.withdraw());
    await soon(() => pageLoads(network.log)).toBe(vendor.reloads ? 1 : 0);
    await soon(async () => (await page.choice())?.get("yes")).toBe("");
    await count("EventC");
    await page.evaluate(() => dispatchEvent(new Event("visibilitychange")));
    await page.settle();
    expect(page.outside()).toEqual([]);
    // What the page held open to its end, or writes as it goes, is gone on the next one.
    if (!vendor.reloads) await page.reload();
    const rest = { ...NOTHING, cookies: ["consentry"], databases: ["consentry"] };
    await expect
      .poll(page.stored)
      .toEqual({ ...rest, local: vendor.refusal ? [vendor.refusal] : [] });
    expect(page.outside()).toEqual([]);

    await soon(() => page.evaluate(() => Consentry.current?.state.status)).toBe("decided");
    await page.evaluate(() => Consentry.current!.acceptAll());
    await soon(() => begins(page, { [vendor.last]: vendor.keys[vendor.last] })).toHaveLength(1);
    await count("EventD");
    await expect.poll(counted).toEqual(["EventD"]);
    expect(await page.errors()).toEqual([]);
  });
});

/** The places where something lies whose name begins as it should. */
async function begins(page: Visit, keys: Vendor["keys"]): Promise<string[]> {
  const stored = await page.stored();
  const places = Object.keys(keys) as (keyof Vendor["keys"])[];
  return places.filter((place) => stored[place].some((name) => name.startsWith(keys[place]!)));
}
