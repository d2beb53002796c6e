import { expect, it } from "vitest";
import { toHtml } from "../../src/audit/report/toHtml.ts";
import { auditLive } from "../../src/audit/live/auditLive.ts";
import { launchBrowser } from "../../src/audit/live/launchBrowser.ts";
import { makeReport } from "../../src/audit/report/makeReport.ts";
import type { Browser } from "playwright";
import { SITE } from "../pages/server.ts";
import { liveOptions, openLive } from "./live.ts";

const live = openLive();
const page = (
  name: string,
  body: string,
  status = 200,
  headers: Record<string, string> = {},
): string => {
  const url = `${SITE}/hostile/${name}`;
  live.network().route(url, { body, status, headers: { "content-type": "text/html", ...headers } });
  return url;
};

it("ends with a verdict on a page that hangs, redirects for ever or is no page, and goes on with the next", async () => {
  const urls = [
    page("redirect", "", 302, { location: `${SITE}/hostile/redirect` }),
    page("download", "x", 200, {
      "content-type": "application/octet-stream",
      "content-disposition": "attachment; filename=x",
    }),
    page("spin", `<title><img src=x onerror=alert(1)></title><script>for (;;);</script>`),
    page(
      "alerts",
      `<script>setInterval(() => alert(1), 50); onbeforeunload = () => "stay";</script><p>x`,
    ),
  ];
  const browsers: Browser[] = [];
  const launch = async (): Promise<Browser> => {
    const browser = await launchBrowser({ proxy: live.network().proxy });
    browsers.push(browser);
    return browser;
  };
  const found = await auditLive(
    urls,
    launch,
    liveOptions("", { patience: 40_000 }),
    new Promise(() => {}),
  );
  const verdicts = new Map(
    found.findings
      .filter(({ rule }) => rule == "page-not-finished")
      .map(({ place }) => ["page" in place ? place.page : "", true]),
  );
  expect(found.pages).toBe(4);
  expect(found.finished).toBe(false);
  expect(urls.map((url) => verdicts.has(url))).toEqual([true, true, true, false]);
  expect(browsers.every((browser) => !browser.isConnected())).toBe(true);
  const html = toHtml(
    makeReport(
      { open: found.findings, accepted: [], expired: [], gone: [] },
      {
        library: "0",
        at: "",
        target: urls[2]!,
        kind: "live",
        finished: false,
        unread: [],
        files: 0,
        pages: 4,
        visits: found.visits,
      },
    ),
  );
  expect(html).not.toMatch(/<script|<img src=x/);
  expect(html).toContain("Not finished");
}, 240_000);

it("leaves no browser when it is stopped, and says that it is not finished", async () => {
  const url = page("quiet", "<p>nothing");
  let browser: Browser | undefined;
  let stop = (): void => {};
  const stopped = new Promise<void>((done) => (stop = done));
  const options = liveOptions("", { progress: () => stop() });
  const report = await auditLive(
    [url, `${url}?2`],
    async () => (browser = await launchBrowser({ proxy: live.network().proxy })),
    options,
    stopped,
  );
  expect(report.finished).toBe(false);
  expect(report.pages).toBeLessThan(2);
  expect(browser?.isConnected()).toBe(false);
}, 120_000);

it("says which page crashed, and goes on with the next", async () => {
  const asking = page("crash", "<p>x<button>Accept all</button><button>Reject all</button>");
  let browser: Browser | undefined;
  const crash = async (): Promise<void> => {
    for (const context of browser!.contexts()) {
      for (const one of context.pages()) {
        const session = await context.newCDPSession(one);
        session.send("Page.crash").catch(() => {});
      }
    }
  };
  const report = await auditLive(
    [asking, page("after", "<p>x")],
    async () => (browser = await launchBrowser({ proxy: live.network().proxy })),
    liveOptions("", { progress: (url) => void (url == asking && crash()) }),
    new Promise(() => {}),
  );
  const broken = report.findings.filter(({ rule }) => rule == "page-not-finished");
  expect(broken).toMatchObject([{ what: "The page crashed", place: { page: asking } }]);
  expect(report.pages).toBe(2);
  expect(report.visits.map(({ page: url }) => url)).toContain(`${SITE}/hostile/after`);
}, 120_000);
