// Stand-in for gtag.js. Keeps its documented contract: reads the queue of real `arguments` objects
// (an array is dropped), honours Consent Mode v2 and `ga-disable-<id>`, writes `_ga` and `_ga_<stream>`
// on the highest domain that takes a cookie, and sends one hit per page view.
(() => {
  const here = new URL(document.currentScript.src);
  const name = here.searchParams.get("l") || "dataLayer";
  const layer = (window[name] = window[name] || []);
  const shared = (window.google_tag_data = window.google_tag_data || { ics: { entries: {} } });
  const consent = shared.ics.entries;
  // Of several copies on a page the first does the work for all of its tags.
  if (shared.running) return;
  shared.running = true;
  const targets = [];
  let queried = false;

  const granted = (type) => {
    const entry = consent[type];
    return !entry || (entry.update ?? entry.default) !== false;
  };

  const setCookie = (key, value, seconds) => {
    const labels = location.hostname.split(".");
    for (let i = labels.length - 1; i >= 0; i--) {
      const domain = labels.slice(i).join(".");
      document.cookie = `${key}=${value}; path=/; domain=${domain}; max-age=${seconds}; samesite=lax`;
      if (document.cookie.includes(`${key}=`)) return;
    }
    document.cookie = `${key}=${value}; path=/; max-age=${seconds}; samesite=lax`;
  };

  const remarket = (target) => {
    if (!granted("ad_storage")) return;
    setCookie("_gcl_au", `1.1.${Math.floor(Math.random() * 1e9)}`, 7_776_000);
    new Image().src = `https://googleads.g.doubleclick.net/pagead/viewthroughconversion/${target.slice(3)}/`;
  };

  const hit = (target, event) => {
    if (target.startsWith("AW-")) return remarket(target);
    if (window[`ga-disable-${target}`] === true) return;
    let visitor = "cookieless";
    if (granted("analytics_storage")) {
      const years = 63_072_000;
      const known = /_ga=([^;]*)/.exec(document.cookie);
      visitor = known ? known[1] : `GA1.1.${Math.floor(Math.random() * 1e9)}.${Date.now()}`;
      setCookie("_ga", visitor, years);
      setCookie(`_ga_${target.replace("G-", "")}`, `GS2.1.s${Date.now()}`, years);
    }
    const query = new URLSearchParams({ v: "2", tid: target, cid: visitor, en: event });
    if (Object.keys(consent).length) {
      query.set("gcs", `G1${+granted("ad_storage")}${+granted("analytics_storage")}`);
    }
    query.set("dl", location.origin + location.pathname);
    navigator.sendBeacon(`https://www.google-analytics.com/g/collect?${query}`);
  };

  const run = (command) => {
    if (Object.prototype.toString.call(command) != "[object Arguments]") return;
    const [verb, what, more] = command;
    if (verb == "consent" && (what == "update" || !queried)) {
      for (const type of Object.keys(more)) {
        if (more[type] != "granted" && more[type] != "denied") continue;
        consent[type] = { ...consent[type], [what]: more[type] == "granted" };
      }
    }
    if (verb == "config") {
      queried = true;
      targets.push(what);
      if (!more || more.send_page_view !== false) hit(what, "page_view");
    }
    if (verb == "event") for (const target of targets) hit(target, what);
  };

  for (const command of [...layer]) run(command);
  const push = layer.push.bind(layer);
  layer.push = (...commands) => {
    const length = push(...commands);
    commands.forEach(run);
    return length;
  };
  // Enhanced measurement: a page view for each route of a single-page site.
  const pushState = history.pushState;
  history.pushState = function (...route) {
    pushState.apply(this, route);
    for (const target of targets) hit(target, "page_view");
  };
})();
