import { afterAll, beforeAll } from "vitest";
import type { Browser } from "playwright";
import { auditPage } from "../../src/audit/live/auditPage.ts";
import type { PageAudit } from "../../src/audit/live/job.ts";
import { catalogueSite } from "../../src/audit/live/catalogueSite.ts";
import { launchBrowser } from "../../src/audit/live/launchBrowser.ts";
import type { LiveOptions } from "../../src/audit/live/liveOptions.ts";
import { bannerWords } from "../../src/audit/live/words.ts";
import { readSite } from "../../src/testing/readSite.ts";
import { services } from "../contract/catalogue.ts";
import { SITE, startNetwork, type TestNetwork } from "../pages/server.ts";
import type { CorpusPage } from "./corpus/corpusPage.ts";
import { known } from "./known.ts";

const catalogue = services.map(({ make }) => make());
const WORDS = bannerWords({
  accept: ["Accept all"],
  reject: ["Reject all"],
  settings: ["Settings"],
});

/** Options for a page whose configuration is what stands in it, or the catalogue. */
export function liveOptions(html: string, more: Partial<LiveOptions> = {}): LiveOptions {
  const text = /id="consentry-config">([^<]*)</.exec(html)?.[1];
  const config = text ? (JSON.parse(text) as { services: Record<string, object> }) : null;
  const site = config
    ? readSite({
        ...config,
        services: Object.entries(config.services).map(([id, given]) =>
          services.find((one) => one.id == id)!.make(given),
        ),
      } as never)
    : catalogueSite(catalogue);
  return {
    known: known(["*.shop.test"]),
    site,
    declared: !!config,
    words: WORDS,
    own: ["*.shop.test"],
    send: false,
    storageState: undefined,
    patience: 120_000,
    quiet: 350,
    largest: 64_000_000,
    progress: () => {},
    pictures: false,
    ...more,
  };
}

/** A network with the corpus in it and a browser behind it, for the tests of a file. */
export function openLive(): {
  network: () => TestNetwork;
  audit: (page: CorpusPage, more?: Partial<LiveOptions>) => Promise<PageAudit>;
  browser: () => Promise<Browser>;
} {
  let network: TestNetwork;
  let browser: Browser | undefined;
  const open = async (): Promise<Browser> => {
    if (!browser?.isConnected()) browser = await launchBrowser({ proxy: network.proxy });
    return browser;
  };
  beforeAll(async () => {
    network = await startNetwork();
  });
  afterAll(async () => {
    await browser?.close();
    await network.close();
  });
  return {
    network: () => network,
    browser: open,
    async audit(page, more) {
      const base = `${SITE}/corpus/${page.name}/`;
      for (const [path, text] of Object.entries(page.files)) {
        const type = path.endsWith(".js")
          ? "text/javascript"
          : path.endsWith(".css")
            ? "text/css"
            : "text/html; charset=utf-8";
        const answer = {
          body: text,
          headers: { "content-type": type, ...(path == "index.html" && page.headers) },
        };
        network.route(base + (path == "index.html" ? "" : path), answer);
        network.route(`${SITE}/${path}`, answer);
      }
      return auditPage(await open(), base, liveOptions(page.files["index.html"]!, more));
    },
  };
}

/** Runs something for each page, two at a time: an audit mostly waits. */
export async function inPairs<Page>(
  pages: readonly Page[],
  run: (page: Page) => Promise<void>,
): Promise<void> {
  const queue = [...pages];
  const next = async (): Promise<void> => {
    for (let page = queue.shift(); page; page = queue.shift()) await run(page);
  };
  await Promise.all([next(), next()]);
}
