import type { Service } from "../core/service.ts";
import type { ServiceOptions } from "./kit/options.ts";
/**
 * Cloudflare's network in front of the site. Its cookies come with the response, before any
 * script, and script can neither read nor erase most of them: declared as necessary, never gated.
 *
 * @confidence high
 * @source Open-Cookie-Database@0ee5a17
 * @source https://developers.cloudflare.com/fundamentals/reference/policies-compliances/cloudflare-cookies/
 * @source https://developers.cloudflare.com/cloudflare-challenges/concepts/clearance/
 * @source nuxt/scripts@5052a9fd
 */
export declare function cloudflare(options?: ServiceOptions): Service;
export default cloudflare;
