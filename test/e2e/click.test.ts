import { expect, it } from "vitest";
import { SITE } from "../pages/server.ts";
import { BASIC, inline } from "../util/html.ts";
import { noteCookie } from "../util/noteCookie.ts";
import { inOneEngine, type Action, type Visit } from "../util/visit.ts";

// What a click does before the page is painted without the banner, and in which order the rest follows.

interface Watched extends Window {
  /** What happened, in order, since the click. */
  log: string[];
}

const watch = (hear: typeof noteCookie): void => {
  const log: string[] = [];
  (window as unknown as Watched).log = log;
  let clicks = 0;
  hear((what) => log.push(what));
  // eslint-disable-next-line @typescript-eslint/unbound-method -- called with what it belongs to
  const { transaction } = IDBDatabase.prototype;
  IDBDatabase.prototype.transaction = function (this: IDBDatabase, stores, mode, ...more) {
    if (mode == "readwrite") log.push("seals");
    const made = transaction.call(this, stores, mode, ...more);
    // What opened the database before may end after the click.
    const begun = clicks;
    made.addEventListener(
      "complete",
      () => mode == "readwrite" && begun == clicks && log.push("is on disk"),
    );
    return made;
  };
  // eslint-disable-next-line @typescript-eslint/unbound-method -- called with what it belongs to
  const { postMessage } = BroadcastChannel.prototype;
  BroadcastChannel.prototype.postMessage = function (message) {
    log.push("tells tabs");
    postMessage.call(this, message);
  };
  const onmessage = Object.getOwnPropertyDescriptor(BroadcastChannel.prototype, "onmessage")!;
  Object.defineProperty(BroadcastChannel.prototype, "onmessage", {
    set(this: BroadcastChannel, hear: (event: MessageEvent) => void) {
      onmessage.set!.call(this, (event: MessageEvent) => {
        log.push(`hears ${event.data || "a tab"}`);
        hear(event);
      });
    },
  });
  // eslint-disable-next-line @typescript-eslint/unbound-method -- called with what it belongs to
  const { getRandomValues } = Crypto.prototype;
  Crypto.prototype.getRandomValues = function <Into extends ArrayBufferView | null>(into: Into) {
    log.push("draws at random");
    return getRandomValues.call(this, into as never) as Into;
  };
  const frame = window.requestAnimationFrame.bind(window);
  window.requestAnimationFrame = (call) => {
    log.push("waits for a frame");
    return frame(call);
  };
  const sheets = Object.getOwnPropertyDescriptor(Document.prototype, "adoptedStyleSheets")!;
  Object.defineProperty(Document.prototype, "adoptedStyleSheets", {
    ...sheets,
    set(this: Document, all: CSSStyleSheet[]) {
      log.push("changes the page's sheets");
      sheets.set!.call(this, all);
    },
  });
  // eslint-disable-next-line @typescript-eslint/unbound-method -- called with what it belongs to
  const { replaceSync } = CSSStyleSheet.prototype;
  CSSStyleSheet.prototype.replaceSync = function (text) {
    if (document.adoptedStyleSheets.includes(this)) log.push("changes a sheet of the page");
    replaceSync.call(this, text);
  };
  const isInSight = (): boolean => {
    const { shadowRoot } = document.querySelector("[data-consentry]")!;
    return !!shadowRoot!.querySelector("dialog,section")?.checkVisibility();
  };
  addEventListener(
    "click",
    () => {
      log.length = 0;
      clicks++;
      frame(() => log.push(isInSight() ? "is painted with the layer" : "is painted"));
    },
    true,
  );
  new MutationObserver((records) => {
    const fresh = records.flatMap(({ addedNodes }) => [...addedNodes]);
    if (fresh.some((node) => node instanceof HTMLScriptElement && node.src.endsWith("/gated.js")))
      log.push("releases");
  }).observe(document, { childList: true, subtree: true });
};

const page = {
  head: `<script>(${String(watch)})(${String(noteCookie)})</script>`,
  library: inline({ ...BASIC, services: [] }),
  body: `<script type="text/plain" data-consent="performance" data-src="/gated.js"></script>`,
};

/** What happened up to something, and what after it. */
const log = (visit: Visit): Promise<string[]> =>
  visit.evaluate(() => (window as unknown as Watched).log);

await inOneEngine("a click", (open, network) => {
  const answers: [Action, last: string][] = [
    ["accept-all", "releases"],
    ["reject-all", "is on disk"],
  ];
  it.each(answers)(
    "%s: only writes the cookie and hides the banner in the event; all else follows the paint, what is granted the record",
    async (action, last) => {
      network.route(`${SITE}/gated.js`, "");
      const visit = await open(page);
      await expect.poll(visit.view).toBe("banner");
      // What decides is there.
      await expect.poll(() => log(visit)).toContain("draws at random");
      await visit.choose(action);
      await expect.poll(() => log(visit)).toContain(last);
      const seen = await log(visit);
      // One look at what another tab may have decided. What is drawn at random was drawn before, or is after.
      const event = ["reads the cookie", "writes the cookie", "waits for a frame"];
      expect(seen.slice(0, 4)).toEqual([...event, "is painted"]);
      const order = ["is painted", "seals", "is on disk", "releases"];
      const places = order.slice(0, order.indexOf(last) + 1).map((one) => seen.indexOf(one));
      expect(places, seen.join(", ")).toEqual(places.toSorted((a, b) => a - b));
      expect(places[0]).toBeGreaterThan(0);
      // What the banner has in the page goes later: it has the browser work out the page's styles.
      await expect.poll(() => log(visit)).toContain("changes the page's sheets");
      const later = await log(visit);
      expect(later.indexOf("changes the page's sheets")).toBeGreaterThan(
        later.indexOf("is on disk"),
      );
      expect(later).not.toContain("changes a sheet of the page");
    },
  );

  it("save: closes the settings after the paint, so that their page is not worked out anew before it", async () => {
    network.route(`${SITE}/gated.js`, "");
    const visit = await open(page);
    await expect.poll(visit.view).toBe("banner");
    await expect.poll(() => log(visit)).toContain("draws at random");
    await visit.choose("open-preferences");
    await expect.poll(visit.view).toBe("preferences");
    await visit.flip("performance");
    // The settings hold the page.
    const overflow = () =>
      visit.evaluate(() => getComputedStyle(document.documentElement).overflow);
    await expect.poll(overflow).toBe("hidden");
    await visit.choose("save");
    await expect.poll(() => log(visit)).toContain("releases");
    await expect.poll(overflow).toBe("visible");
    const seen = await log(visit);
    const event = ["reads the cookie", "writes the cookie", "waits for a frame"];
    expect(seen.slice(0, 5)).toEqual([...event, "waits for a frame", "is painted"]);
    expect(seen.indexOf("changes the page's sheets")).toBeGreaterThan(seen.indexOf("seals"));
    expect(seen).not.toContain("changes a sheet of the page");
  });

  it("does not hear of itself: the cookie is read before the choice and after it, and not again", async () => {
    network.route(`${SITE}/gated.js`, "");
    const visit = await open(page);
    await expect.poll(visit.view).toBe("banner");
    await visit.choose("accept-all");
    await expect.poll(() => log(visit)).toEqual(expect.arrayContaining(["tells tabs", "releases"]));
    // Another tab's message, behind the one of this tab.
    await visit.evaluate(() => {
      const channel = new BroadcastChannel("consentry");
      channel.postMessage("another");
      channel.close();
    });
    await expect.poll(() => log(visit)).toContain("hears another");
    const seen = await log(visit);
    const before = seen.slice(0, seen.indexOf("hears another"));
    expect(before.filter((one) => one.startsWith("hears"))).toEqual([]);
    expect(before.filter((one) => one == "reads the cookie")).toHaveLength(2);
  });
});
