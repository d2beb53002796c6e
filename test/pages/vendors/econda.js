// Stand-in for econda's loader: counts unless `emos_optout=1`, and keeps a visitor id.
(() => {
  if (/(?:^|; )emos_optout=1/.test(document.cookie)) return;
  const known = /emos_jcvid=([^;]*)/.exec(document.cookie);
  const visitor = known ? known[1] : Math.random().toString(36).slice(2);
  document.cookie = `emos_jcvid=${visitor}; path=/; max-age=63072000; samesite=lax`;
  sessionStorage.setItem("econda.env.Session", String(Date.now()));
  navigator.sendBeacon("https://www.econda-monitor.de/l/00000", location.pathname);
})();
