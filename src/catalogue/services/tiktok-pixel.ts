import type { Service } from "../../core/config/service.ts";
import { defineService } from "./kit/defineService.ts";
import { invoke } from "./kit/invoke.ts";
import { items } from "./kit/items.ts";
import { loadScript } from "./kit/loadScript.ts";
import { methodsQueue } from "./kit/methodsQueue.ts";
import { once } from "./kit/once.ts";
import type { ServiceOptions } from "./kit/options.ts";

const METHODS = (
  "page track identify instances debug on off once ready alias group enableCookie " +
  "disableCookie holdConsent revokeConsent grantConsent"
).split(" ");
const SCRIPT = "https://analytics.tiktok.com/i18n/pixel/events.js";

/** What events.js reads of its queue: one entry per pixel, its time, its options. */
interface Book {
  methods?: readonly string[];
  _i?: Record<string, unknown[]>;
  _t?: Record<string, number>;
  _o?: Record<string, object>;
}

/** What `tiktokPixel` takes, beside the fields of a service. */
export interface TiktokPixelOptions<
  Category extends string = string,
> extends ServiceOptions<Category> {
  /** Pixel id. Absent: the page's own markup starts it. */
  id?: string;
}

/**
 * TikTok Pixel. Its queue is an array with methods that push arrays, not a function like Meta's.
 *
 * @confidence high
 * @source https://ads.tiktok.com/help/article/how-to-use-cookies-with-tiktok-pixel
 * @source https://business-api.tiktok.com/portal/docs/pixel-cookie-consent-mode/v1.3
 * @source Open-Cookie-Database@0ee5a17
 * @source nuxt/scripts@5052a9fd
 * @source tarteaucitron.js@76151fa
 * @checked tracker-radar crawl of November 2024
 * @unverified names in sessionStorage beside the ones listed (they start with tt_)
 * @param options what the vendor needs, and any field of a service; default: the page's own markup starts it
 * @throws Nothing. An option that cannot be used is reported as a problem.
 * @example
 * import { createConsent } from "consentry";
 * import { tiktokPixel } from "consentry/services/tiktok-pixel";
 *
 * createConsent({ controller: { name: "Acme BV" }, services: [tiktokPixel({ id: "CABCDEFGHIJ0123456789" })] });
 */
export function tiktokPixel<const Category extends string = "marketing">(
  options?: TiktokPixelOptions<Category>,
): Service<"tiktok-pixel", Category> {
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
          "tt_pixel_*",
        ]),
        ...items("cookie", "visitor", "13 months", ["_ttp"], { party: "third" }),
      ],
    },
    options,
    (read) => {
      const id = read("id", /^[A-Z0-9]{10,30}$/);
      return {
        load: id
          ? (context) => {
              if (once(context, `ttq ${id}`)) prepare(context.window, id);
              return loadScript(context, `${SCRIPT}?sdkid=${id}&lib=ttq`);
            }
          : undefined,
        grant({ window }) {
          invoke(window, "ttq.grantConsent");
        },
        revoke({ window }) {
          invoke(window, "ttq.revokeConsent");
        },
        silencedBy: "revoke",
      };
    },
  );
}

export default tiktokPixel;

/** Puts up the queue with its methods and enters the pixel in its books. */
function prepare(window: Record<string, unknown>, id: string): void {
  window.TiktokAnalyticsObject = "ttq";
  const ttq = (window.ttq ??= []);
  // Once events.js runs it is no array, and keeps its own books.
  if (!Array.isArray(ttq)) return;
  const queue: unknown[] & Book = ttq;
  const pixel: unknown[] = Object.assign([], { _u: SCRIPT });
  const pixels = (queue._i ??= {});
  pixels[id] = pixel;
  (queue._t ??= {})[id] = Date.now();
  (queue._o ??= {})[id] = {};
  if (!queue.methods) methodsQueue(queue, METHODS);
  Object.assign(queue, {
    methods: METHODS,
    setAndDefer: (target: unknown[], name: string) => methodsQueue(target, [name]),
    instance(name: string) {
      const found = pixels[name] ?? [];
      methodsQueue(found, METHODS);
      return found;
    },
  });
  invoke(window, "ttq.page");
}
