import type { Service } from "../../core/config/service.ts";
import { argumentsQueue } from "./kit/argumentsQueue.ts";
import { defineService } from "./kit/defineService.ts";
import { invoke } from "./kit/invoke.ts";
import { items } from "./kit/items.ts";
import { loadScript } from "./kit/loadScript.ts";
import { once } from "./kit/once.ts";
import type { ServiceOptions } from "./kit/options.ts";

/** What `snapPixel` takes, beside the fields of a service. */
export interface SnapPixelOptions<
  Category extends string = string,
> extends ServiceOptions<Category> {
  /** Pixel id, a UUID. Absent: the page's own markup starts it. */
  id?: string;
}

/**
 * Snap Pixel. Snap documents no consent call: a withdrawal reloads.
 *
 * @confidence medium
 * @source Open-Cookie-Database@0ee5a17
 * @source nuxt/scripts@5052a9fd
 * @source tarteaucitron.js@76151fa
 * @checked tracker-radar crawl of November 2024
 * @unverified which entity of Snap provides it in the EEA
 * @param options what the vendor needs, and any field of a service; default: the page's own markup starts it
 * @throws Nothing. An option that cannot be used is reported as a problem.
 * @example
 * import { createConsent } from "consentry";
 * import { snapPixel } from "consentry/services/snap-pixel";
 *
 * createConsent({ controller: { name: "Acme BV" }, services: [snapPixel({ id: "01234567-89ab-cdef-0123-456789abcdef" })] });
 */
export function snapPixel<const Category extends string = "marketing">(
  options?: SnapPixelOptions<Category>,
): Service<"snap-pixel", Category> {
  return defineService(
    {
      id: "snap-pixel",
      name: "Snap Pixel",
      category: "marketing",
      purpose: "advertising",
      provider: { name: "Snap Inc.", country: "US" },
      transfer: ["US"],
      privacyUrl: "https://values.snap.com/privacy/privacy-policy",
      hosts: ["sc-static.net", "*.snapchat.com"],
      storage: [
        ...items("cookie", "visitor", "13 months", ["_scid", "_scid_r", "_sctr", "_sc_cspv"]),
        ...items("cookie", "session", "1 day", ["_schn", "_schn1"]),
        ...items("localStorage", "campaign", "persistent", ["u_sclid", "u_sclid_r", "u_scsid_r"]),
        ...items("sessionStorage", "session", "session", ["u_scsid*"]),
        ...items("cookie", "visitor", "13 months", ["sc_at", "sc-a-nonce", "X-AB"], {
          party: "third",
        }),
      ],
    },
    options,
    (read) => {
      const id = read("id", /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
      return {
        load: id
          ? (context) => {
              const { window } = context;
              if (once(context, `snaptr ${id}`)) {
                argumentsQueue(window, "snaptr", "queue", "handleRequest");
                invoke(window, "snaptr", "init", id);
                invoke(window, "snaptr", "track", "PAGE_VIEW");
              }
              return loadScript(context, "https://sc-static.net/scevent.min.js");
            }
          : undefined,
      };
    },
  );
}

export default snapPixel;
