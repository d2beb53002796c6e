import type { Service } from "../core/service.ts";
import type { ServiceOptions } from "./kit/options.ts";
/**
 * PayPal's payment buttons. Necessary where something is paid for; its marketing scripts (pptm.js,
 * muse.js) are not part of that.
 *
 * @confidence medium
 * @source tracker-radar crawl of November 2024
 * @source Open-Cookie-Database@0ee5a17
 * @source nuxt/scripts@5052a9fd
 * @unverified lifetimes on PayPal's own domain
 */
export declare function paypal(options?: ServiceOptions): Service;
export default paypal;
