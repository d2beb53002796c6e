/** Services of the walk's site. `ads` cannot be silenced but by a reload; `stats` has a call for it. */
export const SERVICES = ["stats", "pixel", "ads", "video"] as const;
export type ServiceId = (typeof SERVICES)[number];
export const CATEGORY: Readonly<Record<ServiceId, string>> = {
  stats: "performance",
  pixel: "performance",
  ads: "marketing",
  video: "marketing",
};
/** Start of the names under which the services with code store something. */
export const PREFIX: Readonly<Partial<Record<ServiceId, string>>> = { stats: "_st", ads: "_ad" };

/** What a vendor's code leaves for the walk in the page's window. */
export interface WalkWindow {
  walkView: string;
  /** Problems that the page was told of, by code. */
  walkProblems: string[];
  /** Ids of vendors whose code has run in this view. */
  walkRan?: ServiceId[];
  /** A script of `ads` was begun: it may run, and then only a reload ends it. */
  adsBegun?: boolean;
}

const vendor = (id: ServiceId, round: string): string => `https://${id}-${round}.test`;

/** Tells the test when our cookie changed, for how long the page stood still, and when an element began to fetch from a vendor. */
const watcher = (view: string, round: string): string => `
  window.walkView = "${view}";
  window.walkProblems = [];
  document.addEventListener("consentry:problem", ({ detail }) => walkProblems.push(detail.code + " " + detail.at));
  window.seen = { errors: [], events: [], ran: [] };
  const note = (what) => navigator.sendBeacon("/note", JSON.stringify({ at: Date.now(), view: walkView, ...what }));
  const { get, set } = Object.getOwnPropertyDescriptor(Document.prototype, "cookie");
  const ours = () => (/(?:^|; )consentry=([^;]*)/.exec(get.call(document)) || [])[1] || "";
  Object.defineProperty(Document.prototype, "cookie", { get, configurable: true, set(text) {
    const at = Date.now(), before = ours();
    set.call(this, text);
    if (ours() != before) note({ at, kind: "choice", text: ours() });
  } });
  // How much later than asked a timer comes is how long the machine had no time for this page.
  let due = Date.now() + 100;
  setInterval(() => {
    const at = Date.now(), ms = at - due;
    if (ms > 100) note({ kind: "stall", at: due, ms });
    due = at + 100;
  }, 100);
  const begin = (node) => {
    if (!node.src || !node.src.includes("-${round}.test/")) return;
    note({ kind: "start", url: node.src });
    if (node.localName == "script" && node.src.includes("//ads-")) window.adsBegun = true;
  };
  new MutationObserver((list) => {
    for (const { target, type, addedNodes } of list) {
      if (type == "attributes") begin(target);
      for (const node of addedNodes) {
        begin(node);
        if (node.querySelectorAll) node.querySelectorAll("[src]").forEach(begin);
      }
    }
  }).observe(document, { subtree: true, childList: true, attributeFilter: ["src"] });`;

const storage = (prefix: string): string =>
  JSON.stringify(
    ["cookie", "localStorage", "sessionStorage", "indexedDB"].map((medium) => ({
      name: `${prefix}*`,
      medium,
    })),
  );

/** Markup that waits for a service: unlike any other, so that each request has one cause. */
export function marked(
  kind: "script" | "iframe" | "img",
  id: ServiceId,
  round: string,
  n: string,
): string {
  const address = `${vendor(id, round)}/${kind}?n=${n}`;
  if (kind == "script") {
    return `<script type="text/plain" data-consent="${id}" data-src="${address}"></script>`;
  }
  return `<${kind} data-consent="${id}" data-src="${address}" width="200" height="100"></${kind}>`;
}

/** One page of the site, as the server answers it this time. */
export function walkPage(round: string, view: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Walk</title>
    <link rel="icon" href="data:,"><script>{${watcher(view, round)}}</script>
    <script src="/dist/consentry.js"></script>
    <script>Consentry.start({
      controller: { name: "Acme BV" },
      collector: "/collector",
      services: [
        { id: "stats", name: "Stats", category: "performance", storage: ${storage("_st")}, silencedBy: "revoke",
          load: ({ script }) => script("${vendor("stats", round)}/script?n=load-${view}"),
          grant: () => { window.statsOff = false; }, revoke: () => { window.statsOff = true; } },
        { id: "pixel", name: "Pixel", category: "performance", storage: [] },
        { id: "ads", name: "Ads", category: "marketing", storage: ${storage("_ad")} },
        { id: "video", name: "Video", category: "marketing", storage: [], silencedBy: "revoke" },
      ],
    })</script>
    <h1>Walk</h1>${marked("script", "ads", round, `page-${view}`)}${marked("iframe", "video", round, `page-${view}`)}
    ${marked("img", "pixel", round, `page-${view}`)}</html>`;
}

/**
 * A vendor's code: stores in every medium, calls home all the time, and writes once more after a
 * withdrawal, as real ones do on a timer.
 */
export function vendorCode(id: ServiceId, round: string): string {
  const prefix = PREFIX[id];
  return `{
    (window.walkRan ||= []).push("${id}");
    const write = () => {
      document.cookie = "${prefix}=1; path=/; max-age=99999";
      document.cookie = "${prefix}_shared=1; path=/; domain=shop.test; max-age=99999";
      localStorage.setItem("${prefix}", "1");
      sessionStorage.setItem("${prefix}", "1");
      const request = indexedDB.open("${prefix}");
      request.onsuccess = () => request.result.close();
    };
    const beat = () => {
      if ("${id}" == "stats" && window.statsOff) return;
      fetch("${vendor(id, round)}/beat?view=" + walkView + "&t=" + Date.now(), { mode: "no-cors" }).catch(() => {});
    };
    write();
    beat();
    setInterval(beat, 250);
    let rewritten = false;
    document.addEventListener("consentry:withdraw", ({ detail }) => {
      if (rewritten || !detail.services.includes("${id}")) return;
      rewritten = true;
      setTimeout(write, 300);
    });
  }`;
}
