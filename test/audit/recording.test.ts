import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import type { Job } from "../../src/audit/live/job.ts";
import { choosing } from "../../src/audit/live/journeys.ts";
import { listPages } from "../../src/audit/live/listPages.ts";
import type { LiveOptions } from "../../src/audit/live/liveOptions.ts";
import { openVisitor, type Visitor } from "../../src/audit/live/visitor.ts";
import { SITE } from "../pages/server.ts";
import { liveOptions, openLive } from "./live.ts";

const live = openLive();
const ELSEWHERE = "https://cdn.elsewhere.test";
const HIT = "https://www.google-analytics.com/collect";
const script = (body: string) => ({ body, headers: { "content-type": "text/javascript" } });

/** A page that asks others in every way that is not its markup's, and stores in every place. */
function serve(): string {
  const network = live.network();
  const url = `${SITE}/recorded/`;
  network.route(url, {
    body: `<!doctype html><title>x</title><link rel="icon" href="data:,">
<script src="/recorded/app.js"></script><iframe src="/recorded/frame"></iframe>`,
    headers: {
      "content-type": "text/html",
      "set-cookie": "session=1; Path=/; Max-Age=86400; HttpOnly",
    },
  });
  network.route(
    `${SITE}/recorded/app.js`,
    script(`function start() { fetch("${ELSEWHERE}/page").catch(() => {}); }
start();
new Worker("/recorded/worker.js");
new Image().src = "${HIT}?v=1";
document.cookie = "plain=1";
localStorage.setItem("local", "1");
sessionStorage.setItem("of-session", "1");
indexedDB.open("base");
caches.open("kept");`),
  );
  network.route(
    `${SITE}/recorded/worker.js`,
    script(`fetch("${ELSEWHERE}/worker").catch(() => {});`),
  );
  network.route(
    `${SITE}/recorded/frame`,
    `<!doctype html><script>fetch("${ELSEWHERE}/frame").catch(() => {});</script>`,
  );
  return url;
}

async function visit<Result>(
  more: Partial<LiveOptions>,
  run: (visitor: Visitor) => Promise<Result>,
): Promise<Result> {
  const url = serve();
  const visitor = await openVisitor(await live.browser(), url, liveOptions("", more));
  try {
    await visitor.come();
    return await run(visitor);
  } finally {
    await visitor.close();
  }
}
const hits = (): number =>
  live
    .network()
    .log.entries()
    .filter(({ host, kind }) => host == "www.google-analytics.com" && kind != "connect").length;

it("records what page, frame and worker ask, what began it, and all that is stored", async () => {
  await visit({ pictures: true }, async (visitor) => {
    await expect
      .poll(() => visitor.requests().map(({ url }) => url.split("?")[0]))
      .toEqual(
        expect.arrayContaining([
          ...["page", "frame", "worker"].map((name) => `${ELSEWHERE}/${name}`),
          HIT,
        ]),
      );
    const byPage = visitor.report(0).find(({ url }) => url == `${ELSEWHERE}/page`);
    expect(byPage!.initiator).toContain(`${SITE}/recorded/app.js:1 (start)`);
    const stored = async (): Promise<string[]> =>
      (await visitor.stored()).list.map(
        ({ medium, name, by, httpOnly }) => `${medium} ${name} ${by}${httpOnly ? " HttpOnly" : ""}`,
      );
    await expect
      .poll(async () => (await stored()).toSorted())
      .toEqual([
        "cache kept script",
        "cookie plain script",
        "cookie session Set-Cookie of www.shop.test HttpOnly",
        "indexedDB base script",
        "localStorage local script",
        "sessionStorage of-session script",
      ]);
    const { list } = await visitor.stored();
    const session = list.find(({ name }) => name == "session");
    expect(Math.round(session!.seconds! / 3600)).toBe(24);
    expect(await visitor.picture()).toMatch(/^data:image\/jpeg;base64,\/9j\//);
  });
});

it("holds what a vendor would count, unless it is to go", async () => {
  const held = (visitor: Visitor) => visitor.report(0).find(({ url }) => url.startsWith(HIT))?.held;
  await visit({}, async (visitor) => {
    await expect.poll(() => held(visitor)).toBe(true);
    expect(hits()).toBe(0);
  });
  await visit({ send: true }, async (visitor) => {
    await expect.poll(() => held(visitor)).toBe(false);
    await expect.poll(hits).toBe(1);
  });
});

it("looks at an area behind a login with a session that Playwright has saved", async () => {
  const folder = mkdtempSync(join(tmpdir(), "consentry-session-"));
  const path = join(folder, "session.json");
  writeFileSync(
    path,
    JSON.stringify({
      cookies: [
        {
          name: "login",
          value: "1",
          domain: "www.shop.test",
          path: "/",
          expires: -1,
          httpOnly: true,
          secure: true,
          sameSite: "Lax",
        },
      ],
      origins: [],
    }),
  );
  await visit({ storageState: path }, async (visitor) => {
    const { list } = await visitor.stored();
    expect(list.map(({ name }) => name)).toContain("login");
  });
  rmSync(folder, { recursive: true });
});

it("finds a site's pages by its links, its sitemap, or a list", async () => {
  const network = live.network();
  const start = `${SITE}/pages/`;
  const link = (path: string): string => `<a href="${path}">x</a>`;
  network.route(start, link("/pages/a#part") + link(`${ELSEWHERE}/b`) + link("/pages/file.pdf"));
  network.route(`${SITE}/pages/a`, link("/pages/b") + link("/pages/"));
  network.route(`${SITE}/pages/b`, "<p>b");
  network.route(`${SITE}/sitemap.xml`, {
    body: `<sitemapindex><sitemap><loc>${SITE}/more.xml</loc></sitemap></sitemapindex>`,
    headers: { "content-type": "application/xml" },
  });
  network.route(`${SITE}/more.xml`, {
    body: `<urlset><url><loc>${SITE}/pages/b?x=1&amp;y=2</loc></url><url><loc>${ELSEWHERE}/c</loc></url></urlset>`,
    headers: { "content-type": "application/xml" },
  });
  const browser = await live.browser();
  expect(await listPages(browser, start, undefined, 9)).toEqual([start]);
  const linked = [start, `${SITE}/pages/a`, `${SITE}/pages/b`];
  expect(await listPages(browser, start, "crawl", 9)).toEqual(linked);
  expect(await listPages(browser, start, "crawl", 2)).toEqual(linked.slice(0, 2));
  expect(await listPages(browser, start, "sitemap", 9)).toEqual([start, `${SITE}/pages/b?x=1&y=2`]);
  const folder = mkdtempSync(join(tmpdir(), "consentry-list-"));
  const list = join(folder, "list.txt");
  writeFileSync(list, `${SITE}/pages/b\n\nnot an address but a path\n`);
  expect(await listPages(browser, start, list, 9)).toContain(`${SITE}/pages/b`);
  rmSync(folder, { recursive: true });
});

it("says which states it did not try, where the library comes from npm and leaves no global", async () => {
  const url = `${SITE}/examples/react/`;
  const options = liveOptions("");
  const visitor = await openVisitor(await live.browser(), url, options);
  const audit: Job["audit"] = { findings: [], visits: [], finished: true };
  const job: Job = { url, home: new URL(url).hostname, options, audit, known: new Set() };
  try {
    await choosing(visitor, job, "category");
    expect((await visitor.banner()).by).toBe("consentry");
    await choosing(visitor, job, "service");
  } finally {
    await visitor.close();
  }
  const verdict = "not tried, because the page has no global Consentry to choose it by";
  expect(audit.visits).toMatchObject([
    { state: "one category", verdict },
    { state: "one service", verdict },
  ]);
  expect(audit.finished).toBe(true);
}, 120_000);
