// Stand-in for Microsoft UET (bat.js). Before it runs, `uetq` is a plain array in which the arguments of
// each push lie as separate elements; it becomes an object of class UET. Consent is granted unless a default
// says otherwise; denied keeps sending without storage. `_uetmsdns=1` sends nothing.
(() => {
  const read = (key) => new RegExp(`(?:^|; )${key}=([^;]*)`).exec(document.cookie)?.[1];
  const setCookie = (key, value, seconds) => {
    const labels = location.hostname.split(".");
    for (let i = labels.length - 1; i >= 0; i--) {
      const domain = labels.slice(i).join(".");
      document.cookie = `${key}=${value}; path=/; domain=${domain}; max-age=${seconds}; samesite=lax`;
      if (read(key)) return;
    }
    document.cookie = `${key}=${value}; path=/; max-age=${seconds}; samesite=lax`;
  };

  window.UET = class UET {
    constructor({ ti, q }) {
      this.tag = ti;
      this.granted = true;
      // The early queue: `consent` and `event` take the elements that follow them.
      const early = Array.isArray(q) ? [...q] : [];
      while (early.length) {
        const verb = early.shift();
        if (verb == "consent" || verb == "event") this.push(verb, early.shift(), early.shift());
      }
    }
    push(verb, what, more) {
      if (verb == "consent" && more && more.ad_storage) this.granted = more.ad_storage == "granted";
      if (verb == "pageLoad") this.send("pageLoad");
      if (verb == "event") this.send(what);
    }
    /** Ids come from either copy and are written to both, so erasing one medium is not enough. */
    id(key, seconds) {
      const value = localStorage.getItem(key) || read(key) || Math.random().toString(36).slice(2);
      setCookie(key, value, seconds);
      localStorage.setItem(key, value);
      localStorage.setItem(`${key}_exp`, new Date(Date.now() + seconds * 1000).toUTCString());
      return value;
    }
    send(event) {
      if (read("_uetmsdns") == "1") return;
      const query = new URLSearchParams({ ti: this.tag, Ver: "2", evt: event, p: location.href });
      query.set("asc", this.granted ? "G" : "D");
      if (this.granted) {
        query.set("sid", this.id("_uetsid", 86_400));
        query.set("vid", this.id("_uetvid", 33_696_000));
      }
      const image = new Image();
      image.src = `https://bat.bing.com/action/0?${query}`;
    }
  };
})();
