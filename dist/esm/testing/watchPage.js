import { createWatch } from './createWatch.js';
import { listStorage } from './listStorage.js';

const NAMES = ["consentry", "__Host-consentry"];
function watchPage(page, options = {}) {
  return createWatch(witnessOf(page), options);
}
function witnessOf(page) {
  const context = page.context();
  let seen = [];
  let navigation = 0;
  let home = hostOf(page.url());
  const onRequest = (request) => {
    if (isPage(request) && !request.redirectedFrom()) {
      navigation++;
      home ||= hostOf(request.url());
    }
    note(request.url(), request.method(), request.resourceType());
  };
  const onSocket = (socket) => note(socket.url(), "GET", "websocket");
  const note = (url, method, type) => void seen.push({ url, method, type, at: Date.now(), navigation });
  context.on("request", onRequest);
  page.on("websocket", onSocket);
  return {
    requests: () => seen,
    clear: () => void (seen = []),
    async snapshot() {
      const cookies = await context.cookies();
      const { cookies: _seenByPage, ...own } = await storageOf(page);
      return {
        ...own,
        cookies: cookies.map(({ name, domain, httpOnly }) => ({ name, host: domain, httpOnly })).sort((a, b) => a.name < b.name ? -1 : 1)
      };
    },
    async choice() {
      const cookies = await context.cookies();
      return cookies.filter(({ name }) => NAMES.includes(name)).map(({ value }) => value);
    },
    pages() {
      const host = home || hostOf(page.url());
      return [host, host.startsWith("www.") ? host.slice(4) : `www.${host}`];
    },
    async stir() {
      await page.mouse.move(20, 20);
      await page.mouse.move(60, 40);
      await page.mouse.wheel(0, 400);
    },
    press: (button) => page.click(`[data-consentry-action="${button}"]`),
    stop() {
      context.off("request", onRequest);
      page.off("websocket", onSocket);
    }
  };
}
function isPage(request) {
  try {
    return request.isNavigationRequest() && !request.frame().parentFrame();
  } catch {
    return false;
  }
}
function hostOf(url) {
  return URL.canParse(url) ? new URL(url).hostname : "";
}
const NOTHING = {
  cookies: [],
  localStorage: [],
  sessionStorage: [],
  databases: [],
  caches: []
};
async function storageOf(page) {
  if (!/^https?:/.test(page.url())) return NOTHING;
  try {
    return await page.evaluate(listStorage);
  } catch {
    await new Promise((done) => setTimeout(done, 500));
    return page.evaluate(listStorage);
  }
}

export { watchPage };
