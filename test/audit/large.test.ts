// Pages that are larger than any person's: `npm test` takes small ones and a small limit, `npm run audit:corpus` 100 MB and the real limit.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { auditLive, type LiveReport } from "../../src/audit/live/auditLive.ts";
import { launchBrowser } from "../../src/audit/live/launchBrowser.ts";
import { LARGEST } from "../../src/audit/live/watchSize.ts";
import { SITE } from "../pages/server.ts";
import { liveOptions, openLive } from "./live.ts";

const ALL = process.env["CONSENTRY_AUDIT"] == "all";
/** The most that a page may send here. */
const LIMIT = ALL ? LARGEST : 2_000_000;
const OVER = ALL ? 100_000_000 : 4_000_000;
/** A slow machine needs longer for 64 MB than a page may take. */
const WHY = ALL ? /^The page is larger than 64 MB$|^Loading took longer/ : /larger than 2 MB$/;
/** Buffers on the way: the proxy's, the kernel's, the browser's. */
const ON_THE_WAY = 32_000_000;
/** What the browser's processes may hold together beside one page of the limit; a page without one came to 3.5 GB. */
const HELD = 1_500_000_000;

const live = openLive();

/** Streams the same text until it is `size` bytes long, or no one reads any more. */
function stream(path: string, type: string, text: string, size: number) {
  const part = Buffer.from(text.repeat(Math.ceil(65_536 / text.length)));
  const sent = { bytes: 0 };
  const url = `${SITE}/large/${path}`;
  live.network().route(url, () => ({
    headers: { "content-type": type },
    parts: (async function* () {
      for (let bytes = 0; bytes < size; bytes += part.length) {
        sent.bytes += part.length;
        yield await Promise.resolve(part);
      }
    })(),
  }));
  return { url, sent };
}

const paragraphs = (path: string, size: number) =>
  stream(path, "text/html", `<p>${"Lorem ipsum ".repeat(80)}</p>\n`, size);

function page(path: string, body: string): string {
  const url = `${SITE}/large/${path}`;
  live.network().route(url, { headers: { "content-type": "text/html" }, body });
  return url;
}

const audit = (urls: string[]): Promise<LiveReport> =>
  auditLive(
    urls,
    () => launchBrowser({ proxy: live.network().proxy }),
    liveOptions("", { largest: LIMIT, quiet: 50 }),
    new Promise(() => {}),
  );

const verdicts = ({ findings }: LiveReport): [string, string][] =>
  findings.flatMap(({ rule, place, what }): [string, string][] =>
    rule == "page-not-finished" && "page" in place ? [[place.page, what]] : [],
  );

it("leaves a page that is too large with a verdict: its text, a script, or what it fetches", async () => {
  const text = paragraphs("text", OVER);
  stream("big.js", "text/javascript", `var filler = "${"y".repeat(900)}";\n`, OVER);
  stream("data", "text/plain", "x".repeat(1000), OVER);
  const urls = [
    text.url,
    page("script", "<title>x</title><script src=/large/big.js></script><p>x"),
    page(
      "fetch",
      "<title>x</title><p>x<script>fetch('/large/data').then((data) => data.text())</script>",
    ),
  ];
  const watched = watchMemory();
  const found = await audit(urls);
  const said = verdicts(found);
  expect(said.map(([url]) => url)).toEqual(urls);
  for (const [, why] of said) expect(why).toMatch(WHY);
  expect(watched()).toBeLessThan(HELD);
}, 240_000);

it("stops reading a page that never ends, and looks at the next, each load of which counts for itself", async () => {
  const endless = paragraphs("endless", Infinity);
  const fine = paragraphs("fine", LIMIT * 0.7).url;
  const watched = watchMemory();
  const found = await audit(ALL ? [endless.url] : [endless.url, fine]);
  expect(verdicts(found).map(([url]) => url)).toEqual([endless.url]);
  expect(endless.sent.bytes).toBeLessThan(LIMIT + ON_THE_WAY);
  expect(found.visits.length).toBe(ALL ? 0 : 2);
  expect(watched()).toBeLessThan(HELD);
}, 240_000);

/** Bytes that the processes below this one held at most, as Linux tells them; 0 elsewhere. */
function watchMemory(): () => number {
  let most = 0;
  const timer = setInterval(() => (most = Math.max(most, heldBelow())), 50);
  return () => {
    clearInterval(timer);
    return most;
  };
}

function heldBelow(): number {
  if (!existsSync("/proc/self/status")) return 0;
  const all = readdirSync("/proc").flatMap((id) => {
    try {
      const text = /^\d+$/.test(id) ? readFileSync(`/proc/${id}/status`, "utf8") : "";
      const [, parent] = /^PPid:\s+(\d+)/m.exec(text) ?? [];
      const [, held] = /^RssAnon:\s+(\d+)/m.exec(text) ?? [];
      return parent ? [{ id, parent, held: Number(held ?? 0) * 1024 }] : [];
    } catch {
      return []; // Gone meanwhile.
    }
  });
  const below = (id: string): number =>
    all.reduce((sum, one) => sum + (one.parent == id ? one.held + below(one.id) : 0), 0);
  return below(String(process.pid));
}
