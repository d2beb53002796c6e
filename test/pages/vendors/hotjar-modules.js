(() => {
  const site = window._hjSettings.hjid;
  const setCookie = (key, value, seconds) => {
    const labels = location.hostname.split(".");
    for (let i = labels.length - 1; i >= 0; i--) {
      const domain = labels.slice(i).join(".");
      document.cookie = `${key}=${value}; path=/; domain=${domain}; max-age=${seconds}; samesite=lax`;
      if (document.cookie.includes(`${key}=`)) return;
    }
    document.cookie = `${key}=${value}; path=/; max-age=${seconds}; samesite=lax`;
  };
  const known = new RegExp(`_hjSessionUser_${site}=([^;]*)`).exec(document.cookie);
  const user = known ? known[1] : btoa(JSON.stringify({ id: Math.random(), created: Date.now() }));
  setCookie(`_hjSessionUser_${site}`, user, 31_536_000);
  setCookie(`_hjSession_${site}`, btoa(String(Date.now())), 1800);
  try {
    localStorage.setItem("hjActiveViewportIds", JSON.stringify([String(Date.now())]));
    sessionStorage.setItem("hjViewportId", String(Date.now()));
  } catch {
    // The vendor's script goes on without storage as well.
  }

  const send = (what) =>
    navigator.sendBeacon(
      `https://in.hotjar.com/api/v2/client/sites/${site}/${what}`,
      location.pathname,
    );
  send("visit-data");
  for (const [verb, name] of (window.hj && window.hj.q) || []) if (verb == "event") send(name);
  window.hj = (verb, name) => {
    if (verb == "event") send(name);
  };
  setInterval(() => send("recording"), 400);
})();
