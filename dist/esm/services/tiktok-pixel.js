import { defineService } from './kit/defineService.js';
import { invoke } from './kit/invoke.js';
import { items } from './kit/items.js';
import { loadScript } from './kit/loadScript.js';
import { methodsQueue } from './kit/methodsQueue.js';
import { once } from './kit/once.js';

const METHODS = "page track identify instances debug on off once ready alias group enableCookie disableCookie holdConsent revokeConsent grantConsent".split(" ");
const SCRIPT = "https://analytics.tiktok.com/i18n/pixel/events.js";
function tiktokPixel(options) {
  return defineService(
    {
      id: "tiktok-pixel",
      name: "TikTok Pixel",
      category: "marketing",
      purpose: "advertising",
      provider: { name: "TikTok Technology Limited", country: "IE" },
      transfer: ["GB", "US", "SG", "CN"],
      privacyUrl: "https://www.tiktok.com/legal/page/eea/privacy-policy/en",
      hosts: ["analytics.tiktok.com", "analytics-ipv6.tiktokw.us", "mon.tiktokv.com"],
      storage: [
        ...items("cookie", "visitor", "13 months", ["_ttp"]),
        ...items("cookie", "probe", "13 months", ["_tt_enable_cookie"]),
        ...items("cookie", "session", "13 months", ["ttcsid", "ttcsid_*"]),
        ...items("cookie", "campaign", "30 days", ["ttclid"]),
        ...items("sessionStorage", "state", "session", [
          "tt_appInfo",
          "tt_sessionId",
          "tt_pixel_*"
        ]),
        ...items("cookie", "visitor", "13 months", ["_ttp"], { party: "third" })
      ]
    },
    options,
    (read) => {
      const id = read("id", /^[A-Z0-9]{10,30}$/);
      return {
        load: id ? (context) => {
          if (once(context, `ttq ${id}`)) prepare(context.window, id);
          return loadScript(context, `${SCRIPT}?sdkid=${id}&lib=ttq`);
        } : void 0,
        grant({ window }) {
          invoke(window, "ttq.grantConsent");
        },
        revoke({ window }) {
          invoke(window, "ttq.revokeConsent");
        },
        silencedBy: "revoke"
      };
    }
  );
}
function prepare(window, id) {
  window.TiktokAnalyticsObject = "ttq";
  const ttq = window.ttq ??= [];
  if (!Array.isArray(ttq)) return;
  const queue = ttq;
  const pixel = Object.assign([], { _u: SCRIPT });
  const pixels = queue._i ??= {};
  pixels[id] = pixel;
  (queue._t ??= {})[id] = Date.now();
  (queue._o ??= {})[id] = {};
  if (!queue.methods) methodsQueue(queue, METHODS);
  Object.assign(queue, {
    methods: METHODS,
    setAndDefer: (target, name) => methodsQueue(target, [name]),
    instance(name) {
      const found = pixels[name] ?? [];
      methodsQueue(found, METHODS);
      return found;
    }
  });
  invoke(window, "ttq.page");
}

export { tiktokPixel as default, tiktokPixel };
