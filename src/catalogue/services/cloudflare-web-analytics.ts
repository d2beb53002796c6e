import type { Service } from "../../core/config/service.ts";
import { defineService } from "./kit/defineService.ts";
import { loadScript } from "./kit/loadScript.ts";
import type { ServiceOptions } from "./kit/options.ts";

/** What `cloudflareWebAnalytics` takes, beside the fields of a service. */
export interface CloudflareWebAnalyticsOptions<
  Category extends string = string,
> extends ServiceOptions<Category> {
  /** Site token, 32 hexadecimal digits. Absent: the page's own markup starts it. */
  id?: string;
}

/**
 * Cloudflare Web Analytics: cookieless visit counts. Where the proxy injects it, switch that off
 * and use this.
 *
 * @confidence high
 * @source https://developers.cloudflare.com/fundamentals/reference/policies-compliances/cloudflare-cookies/
 * @source https://developers.cloudflare.com/cloudflare-challenges/concepts/clearance/
 * @source Open-Cookie-Database@0ee5a17
 * @source nuxt/scripts@5052a9fd
 * @param options what the vendor needs, and any field of a service; default: the page's own markup starts it
 * @throws Nothing. An option that cannot be used is reported as a problem.
 * @example
 * import { createConsent } from "consentry";
 * import { cloudflareWebAnalytics } from "consentry/services/cloudflare-web-analytics";
 *
 * createConsent({ controller: { name: "Acme BV" }, services: [cloudflareWebAnalytics({ id: "0123456789abcdef0123456789abcdef" })] });
 */
export function cloudflareWebAnalytics<const Category extends string = "performance">(
  options?: CloudflareWebAnalyticsOptions<Category>,
): Service<"cloudflare-web-analytics", Category> {
  return defineService(
    {
      id: "cloudflare-web-analytics",
      name: "Cloudflare Web Analytics",
      category: "performance",
      purpose: "analytics",
      provider: { name: "Cloudflare, Inc.", country: "US" },
      transfer: ["US"],
      privacyUrl: "https://www.cloudflare.com/privacypolicy/",
      hosts: ["static.cloudflareinsights.com", "cloudflareinsights.com"],
      storage: [],
    },
    options,
    (read) => {
      const token = read("id", /^[0-9a-f]{32}$/);
      return {
        load: token
          ? (context) =>
              loadScript(context, "https://static.cloudflareinsights.com/beacon.min.js", {
                "data-cf-beacon": JSON.stringify({ token }),
              })
          : undefined,
      };
    },
  );
}

export default cloudflareWebAnalytics;
