import type { Service } from "../../core/config/service.ts";
import { defineService } from "./kit/defineService.ts";
import { items } from "./kit/items.ts";
import type { ServiceOptions } from "./kit/options.ts";

/**
 * VWO (Visual Website Optimizer). Its SmartCode hides the page while it loads and stays in the
 * page, gated.
 *
 * @confidence medium
 * @source Open-Cookie-Database@0ee5a17
 * @checked tracker-radar crawl of November 2024
 * @unverified its own consent call
 * @param options what the vendor needs, and any field of a service; default: the page's own markup starts it
 * @throws Nothing. An option that cannot be used is reported as a problem.
 * @example
 * import { createConsent } from "consentry";
 * import { vwo } from "consentry/services/vwo";
 *
 * createConsent({ controller: { name: "Acme BV" }, services: [vwo()] });
 */
export function vwo<const Category extends string = "performance">(
  options?: ServiceOptions<Category>,
): Service<"vwo", Category> {
  return defineService(
    {
      id: "vwo",
      name: "VWO",
      category: "performance",
      purpose: "testing",
      provider: { name: "Wingify Software Pvt. Ltd.", country: "IN" },
      transfer: ["IN", "US"],
      privacyUrl: "https://vwo.com/privacy-policy/",
      hosts: ["*.visualwebsiteoptimizer.com"],
      storage: [
        ...items("cookie", "visitor", "1 year", ["_vwo_uuid", "_vwo_uuid_v2", "_vwo_uuid_*"]),
        ...items("cookie", "testing", "100 days", [
          "_vis_opt_s",
          "_vis_opt_exp_*",
          "_vis_opt_preview*",
        ]),
        ...items("cookie", "probe", "session", ["_vis_opt_test_cookie"]),
        ...items("cookie", "session", "3 months", [
          "_vwo_ds",
          "_vwo_sn",
          "_vwo_referrer",
          "_vwo_ssm",
        ]),
        ...items("cookie", "optout", "10 years", ["_vis_opt_out", "_vwo_global_opt_out"], {
          keep: true,
        }),
        ...items("cookie", "consent", "1 year", ["_vwo_consent"], { keep: true }),
        ...items("localStorage", "testing", "persistent", ["vwo*", "_vwo*"]),
        ...items("sessionStorage", "testing", "session", ["vwo*", "_vwo*"]),
      ],
    },
    options,
  );
}

export default vwo;
