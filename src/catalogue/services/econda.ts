import type { Service } from "../../core/config/service.ts";
import { defineService } from "./kit/defineService.ts";
import { invoke } from "./kit/invoke.ts";
import { items } from "./kit/items.ts";
import { loadScript } from "./kit/loadScript.ts";
import type { ServiceOptions } from "./kit/options.ts";

/** What `econda` takes, beside the fields of a service. */
export interface EcondaOptions<Category extends string = string> extends ServiceOptions<Category> {
  /**
   * Client key of the econda loader. Absent, or without `container`: the page's own markup starts
   * it.
   */
  id?: string;
  /** Id of the container. */
  container?: number | string;
}

/**
 * econda Analytics and Personalization. A withdrawal sets econda's own privacy state to DENY where
 * that call is loaded; counting goes on under a session pseudonym until the page reloads.
 *
 * @confidence high
 * @source OXID-eSales/personalization-module@820b264 (econda's own econda-recommendations-debug.js, scripts.tpl)
 * @source ghostery/trackerdb@0448d4bf
 * @checked tracker-radar crawl of November 2024
 * @unverified the loader with its two attributes was read in the OXID module only
 * @param options what the vendor needs, and any field of a service; default: the page's own markup starts it
 * @throws Nothing. An option that cannot be used is reported as a problem.
 * @example
 * import { createConsent } from "consentry";
 * import { econda } from "consentry/services/econda";
 *
 * createConsent({ controller: { name: "Acme BV" }, services: [econda({ id: "00000cec-d98025a8-912b", container: 12 })] });
 */
export function econda<const Category extends string = "performance">(
  options?: EcondaOptions<Category>,
): Service<"econda", Category> {
  return defineService(
    {
      id: "econda",
      name: "econda",
      category: "performance",
      purpose: "analytics",
      provider: { name: "econda GmbH", country: "DE" },
      privacyUrl: "https://www.econda.de/econda/unternehmen/datenschutz/",
      hosts: ["l.ecn-ldr.de", "*.econda-monitor.de", "d35ojb8dweouoy.cloudfront.net"],
      storage: [
        ...items("cookie", "visitor", "2 years", ["emos_jcvid"]),
        ...items("cookie", "session", "session", ["emos_jcsid"]),
        ...items("cookie", "campaign", "persistent", ["emos_jckamp"]),
        ...items("cookie", "state", "session", ["ec_vid_updated"]),
        ...items("cookie", "optout", "1 year", ["emos_optout"], { keep: true }),
        ...items("cookie", "consent", "2 days", ["econda.privacy.protection"], { keep: true }),
        ...items("localStorage", "consent", "persistent", ["econda.privacy.protection"], {
          keep: true,
        }),
        ...items("localStorage", "state", "persistent", ["emos*"]),
        ...items("sessionStorage", "state", "session", [
          "econda.privacy.updatehash",
          "econda.env.Session",
          "ecAnonValues.*",
        ]),
      ],
    },
    options,
    (read) => {
      const id = read("id", /^[0-9A-Za-z-]{8,64}$/);
      const container = read("container", /^[\w-]{1,64}$/);
      return {
        load:
          id && container
            ? (context) => {
                prepare(context.window);
                return loadScript(context, "https://l.ecn-ldr.de/loader/loader.js", {
                  "client-key": id,
                  "container-id": container,
                });
              }
            : undefined,
        revoke({ window }) {
          const deny = { "permissions:profile": { state: "DENY" } };
          invoke(window, "econda.privacyprotection.applyAndStoreNewPrivacySettings", {}, deny);
        },
      };
    },
  );
}

export default econda;

/** Both globals keep what the page hands them until the loader has run. */
function prepare(window: Record<string, unknown>): void {
  const stored: unknown[] = [];
  const onReady: unknown[] = [];
  window.emos3 ??= { defaults: {}, stored, send: (value: unknown) => stored.push(value) };
  window.econda ??= { onReady, ready: (value: unknown) => onReady.push(value) };
}
