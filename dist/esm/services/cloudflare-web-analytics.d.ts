import type { Service } from "../core/service.ts";
import type { ServiceOptions } from "./kit/options.ts";
export interface CloudflareWebAnalyticsOptions extends ServiceOptions {
    /** Site token, 32 hexadecimal digits. Absent: the page's own markup starts it. */
    id?: string;
}
/**
 * Cloudflare Web Analytics: cookieless visit counts. Where the proxy injects it, switch that off
 * and use this.
 *
 * @confidence high
 * @source Open-Cookie-Database@0ee5a17
 * @source https://developers.cloudflare.com/fundamentals/reference/policies-compliances/cloudflare-cookies/
 * @source https://developers.cloudflare.com/cloudflare-challenges/concepts/clearance/
 * @source nuxt/scripts@5052a9fd
 */
export declare function cloudflareWebAnalytics(options?: CloudflareWebAnalyticsOptions): Service;
export default cloudflareWebAnalytics;
