import { expect, it } from "vitest";
import { renderBanner, renderHead } from "consentry/server";
import { SITE } from "../pages/server.ts";
import { isTaken, look, SEEN } from "../util/bannerPage.ts";
import { heldFile } from "../util/heldFile.ts";
import { BASIC } from "../util/html.ts";
import { noteCookie } from "../util/noteCookie.ts";
import { inEveryEngine, inOneEngine, type Visit } from "../util/visit.ts";

// The library is there before the page's first frame, as on a fast network or from the cache. The banner in the HTML
// needs nothing of it: what it does there waits for that frame, and page code does not notice.

interface Watched extends Window {
  /** What happened, in order, from the start on. */
  log: string[];
}

/** Notes what the library asks of the page, and when the first frame comes. */
const watch = (hear: typeof noteCookie): void => {
  const log: string[] = [];
  (window as unknown as Watched).log = log;
  // A browser may have frames for a page of which it has the head alone: nothing is painted in them.
  const look = (): unknown =>
    requestAnimationFrame(() => (document.body ? log.push("frame") : look()));
  look();
  hear((what) => what.startsWith("reads") && log.push(what));
  // eslint-disable-next-line @typescript-eslint/unbound-method -- called with what it belongs to
  const { observe } = MutationObserver.prototype;
  MutationObserver.prototype.observe = function (...given) {
    log.push("watches the page");
    observe.apply(this, given);
  };
  window.BroadcastChannel = class extends BroadcastChannel {
    constructor(name: string) {
      super(name);
      log.push("hears tabs");
    }
  };
  for (const type of ["ready", "change", "decision"]) {
    document.addEventListener(`consentry:${type}`, () => log.push(type));
  }
};

/** What the engine does when it is made. */
const OPENED = ["reads the cookie", "watches the page", "change", "ready", "hears tabs"];

/** @param code of the page, right after the start; `before` comes before all else */
const pageOf = async (code = "", before = ""): Promise<string> => {
  const { html } = await renderHead(BASIC, { banner: true });
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Shop</title><link rel="icon" href="data:,">
    <script>window.seen = { errors: [], events: [], ran: [] };
      addEventListener("error", (event) => seen.errors.push(String(event.message)));
      ${before};(${String(watch)})(${String(noteCookie)})</script>
    ${html}
    <script src="/dist/consentry.js"></script>
    <script>log.length = 0; Consentry.start(${JSON.stringify(BASIC)}); log.push("started"); ${code}</script></head>
    <body>${await renderBanner(BASIC)}<h1>Shop</h1>
    <script type="text/plain" data-consent="performance">seen.ran.push("gated")</script></body></html>`;
};
const log = (page: Visit): Promise<string[]> =>
  page.evaluate(() => (window as unknown as Watched).log);

await inEveryEngine("the library before the first frame", (open, network) => {
  const visit = async (...parts: Parameters<typeof pageOf>): Promise<Visit> =>
    open(await pageOf(...parts), { arrival: "domcontentloaded" });

  it("asks nothing of the page where the banner is in the HTML and no one is permitted anything, and all of it after", async () => {
    const page = await visit();
    await expect.poll(() => log(page)).toContain("hears tabs");
    const seen = await log(page);
    expect(seen.slice(0, 2)).toEqual(["started", "frame"]);
    expect(seen).toEqual(expect.arrayContaining(OPENED));
    await expect.poll(isTaken(page)).toBe(true);
    expect(await look(page)).toEqual(SEEN);
    await page.choose("accept-all");
    await expect.poll(page.ran).toEqual(["gated"]);
    expect(await page.errors()).toEqual([]);
  });

  it.each([
    ["the state", `Consentry.current.state`],
    ["a permission", `if (Consentry.current.permits("performance")) seen.errors.push("permitted")`],
    ["for the settings", `Consentry.current.show()`],
    ["for a root to be watched", `Consentry.current.observe(document.head)`],
    ["to decide", `Consentry.current.rejectAll()`],
  ])("does all of it at once where page code asks %s", async (_what, code) => {
    const page = await visit(`${code}; log.push("asked")`);
    await expect.poll(() => log(page)).toContain("frame");
    const seen = await log(page);
    expect(seen[0]).toBe("started");
    const asked = seen.slice(0, seen.indexOf("asked"));
    expect(asked).toEqual(expect.arrayContaining(OPENED));
    expect(asked).not.toContain("frame");
    expect(await page.errors()).toEqual([]);
  });

  it("counts a decision of page code that comes before the frame", async () => {
    const page = await visit(`Consentry.current.acceptAll()`);
    await expect.poll(page.ran).toEqual(["gated"]);
    expect((await page.choice())!.get("yes")).toBe("performance marketing");
    await expect.poll(async () => (await look(page)).isSeen).toBe(false);
    expect(await page.errors()).toEqual([]);
  });

  it("does not start at the frame what was ended before, and starts it once where it was started again", async () => {
    const ended = await visit(`Consentry.current.destroy()`);
    await expect.poll(() => look(ended)).toEqual(SEEN);
    await ended.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => setTimeout(done))),
    );
    // What drives Firefox watches a page of its own accord.
    const seen = (await log(ended)).filter((one) => one != "watches the page");
    expect(seen).toEqual(["started", "frame"]);
    const again = await visit(`Consentry.current.destroy(); Consentry.current.start()`);
    await expect.poll(() => log(again)).toContain("hears tabs");
    const count = (await log(again)).filter((one) => one == "hears tabs");
    expect(count).toHaveLength(1);
  });

  it("waits for no frame that does not come", async () => {
    const none = `window.requestAnimationFrame = () => 0`;
    const page = await visit("", none);
    await expect.poll(() => log(page)).toContain("ready");
    // A page that no one sees paints nothing: that is known at once.
    const hidden = `const { setTimeout: later } = window;
      window.setTimeout = (act, ms = 0) => ms < 1000 ? later(act, ms) : 0;
      for (const [name, value] of [["hidden", true], ["visibilityState", "hidden"]])
        Object.defineProperty(Document.prototype, name, { get: () => value })`;
    network.route(`${SITE}/hidden`, {
      body: await pageOf("", `${none};${hidden}`),
      headers: { "content-type": "text/html; charset=utf-8" },
    });
    await page.goto(`${SITE}/hidden`);
    await expect.poll(() => log(page)).toContain("ready");
  });
});

// Firefox keeps the timers that stand in for such frames until the page is read.
await inOneEngine("the library before the first frame", (open, network) => {
  it("waits for a frame with the banner in it, where there is one for the head alone", async () => {
    const come = heldFile(network, "consentry.js");
    // Chromium has such frames where it waits for the network, and none where a script blocks the parser, as here: these are
    // made. The library comes when some have gone by.
    network.route(`${SITE}/empty-frame`, () => (come(), ""));
    const tell = `{ const frame = requestAnimationFrame;
      window.requestAnimationFrame = (call) => document.body ? frame(call) : setTimeout(call, 10);
      setTimeout(() => fetch("/empty-frame"), 50) }`;
    const page = await open(await pageOf("", tell), { arrival: "domcontentloaded" });
    await expect.poll(() => log(page)).toContain("hears tabs");
    expect((await log(page)).slice(0, 2)).toEqual(["started", "frame"]);
  });
});
