import type { Service } from "../../core/config/service.ts";
import { defineService } from "./kit/defineService.ts";
import { items } from "./kit/items.ts";
import { loadScript } from "./kit/loadScript.ts";
import { once } from "./kit/once.ts";
import type { ServiceOptions } from "./kit/options.ts";
import { queue } from "./kit/queue.ts";

/** What `taboola` takes, beside the fields of a service. */
export interface TaboolaOptions<Category extends string = string> extends ServiceOptions<Category> {
  /** Account number. Absent: the page's own markup starts it. */
  id?: number | string;
}

/**
 * Taboola Pixel. No consent call outside the IAB framework: a withdrawal reloads.
 *
 * @confidence medium
 * @source Open-Cookie-Database@0ee5a17
 * @checked tracker-radar crawl of November 2024
 * @unverified sessionStorage names
 * @param options what the vendor needs, and any field of a service; default: the page's own markup starts it
 * @throws Nothing. An option that cannot be used is reported as a problem.
 * @example
 * import { createConsent } from "consentry";
 * import { taboola } from "consentry/services/taboola";
 *
 * createConsent({ controller: { name: "Acme BV" }, services: [taboola({ id: 1234567 })] });
 */
export function taboola<const Category extends string = "marketing">(
  options?: TaboolaOptions<Category>,
): Service<"taboola", Category> {
  return defineService(
    {
      id: "taboola",
      name: "Taboola",
      category: "marketing",
      purpose: "advertising",
      provider: { name: "Taboola Europe Limited", country: "GB" },
      transfer: ["GB", "US", "IL"],
      privacyUrl: "https://www.taboola.com/policies/privacy-policy",
      hosts: ["*.taboola.com"],
      storage: [
        ...items("cookie", "visitor", "1 year", ["trc_cookie_storage"]),
        ...items("localStorage", "visitor", "persistent", ["taboola*"]),
        ...items("sessionStorage", "session", "session", ["taboola*"]),
        ...items("cookie", "session", "3 hours", ["_tb_sess_r", "_tb_t_ppg"]),
        ...items("cookie", "campaign", "3 hours", ["tb_click_param", "abLdr"]),
        ...items(
          "cookie",
          "visitor",
          "13 months",
          [
            "t_gid",
            "t_pt_gid",
            "taboola_select",
            "taboola_session_id",
            "taboola_fp_td_user_id",
            "taboola_usg",
          ],
          { party: "third" },
        ),
      ],
    },
    options,
    (read) => {
      const id = read("id", /^\d{4,10}$/);
      return {
        load: id
          ? (context) => {
              if (once(context, `taboola ${id}`)) {
                queue(context.window, "_tfa").push({
                  notify: "event",
                  name: "page_view",
                  id: Number(id),
                });
              }
              return loadScript(context, `https://cdn.taboola.com/libtrc/unip/${id}/tfa.js`, {
                id: "tb_tfa_script",
              });
            }
          : undefined,
      };
    },
  );
}

export default taboola;
