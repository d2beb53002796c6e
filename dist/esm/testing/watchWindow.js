import { cookieTexts } from '../lib/cookieTexts.js';
import { decoded } from '../lib/decoded.js';
import { createWatch } from './createWatch.js';
import { listStorage } from './listStorage.js';

const LOADERS = "script[src], img[src], iframe[src], link[rel~=stylesheet][href]";
function watchWindow(options = {}) {
  return createWatch(witnessHere(), options);
}
function witnessHere() {
  const began = performance.now();
  const inMarkup = () => [...document.querySelectorAll(LOADERS)].filter(isFetched).map(addressOf);
  let old = new Set(inMarkup());
  let seen = [];
  const note = (url, type, at) => void seen.push({ url, type, method: "", at: performance.timeOrigin + at, navigation: 0 });
  const take = (entries) => {
    for (const entry of entries) {
      if (entry.startTime >= began) note(entry.name, entry.initiatorType, entry.startTime);
    }
  };
  const observer = new PerformanceObserver((list) => take(list.getEntries()));
  observer.observe({ type: "resource" });
  const look = () => {
    take(observer.takeRecords());
    for (const url of inMarkup()) {
      if (!old.has(url) && !seen.some((request) => request.url == url)) {
        note(url, "element", performance.now());
      }
    }
  };
  return {
    requests() {
      look();
      return seen;
    },
    clear() {
      look();
      seen = [];
      old = new Set(inMarkup());
    },
    async snapshot() {
      const { cookies, ...rest } = await listStorage();
      const host = location.hostname;
      return { ...rest, cookies: cookies.map((name) => ({ name, host, httpOnly: false })) };
    },
    choice: () => Promise.resolve(
      ["consentry", "__Host-consentry"].flatMap(
        (name) => cookieTexts(document.cookie, name).map(decoded)
      )
    ),
    pages: () => [location.hostname],
    // Events that a script makes up would wake what no visitor wakes, and the other way round.
    stir: () => Promise.resolve(),
    press: (button) => Promise.resolve(press(button)),
    stop: () => observer.disconnect()
  };
}
function addressOf(element) {
  return element instanceof HTMLLinkElement ? element.href : element.src;
}
function isFetched(element) {
  if (element instanceof HTMLScriptElement) {
    return /^(?:|module|(?:text|application)\/javascript)$/i.test(element.type.trim());
  }
  return element.getAttribute("loading") != "lazy";
}
function press(button) {
  const root = document.querySelector("[data-consentry]")?.shadowRoot;
  const found = root?.querySelector(`[data-consentry-action="${button}"]`);
  if (!found) throw new Error(`There is no banner with the button ${button}`);
  found.click();
}

export { watchWindow };
