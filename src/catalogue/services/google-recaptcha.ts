import type { Service } from "../../core/config/service.ts";
import { own } from "../../lib/own.ts";
import { defineService } from "./kit/defineService.ts";
import { google } from "./kit/google.ts";
import { items } from "./kit/items.ts";
import { loadScript } from "./kit/loadScript.ts";
import type { ServiceOptions } from "./kit/options.ts";

/** What `googleRecaptcha` takes, beside the fields of a service. */
export interface GoogleRecaptchaOptions<
  Category extends string = string,
> extends ServiceOptions<Category> {
  /**
   * What api.js renders: a site key (v3), `"explicit"` or `"onload"`. Absent: only
   * declared.
   */
  render?: string;
  /** True: the Enterprise script. */
  enterprise?: boolean;
  /**
   * Where it comes from. Default `"www.google.com"`; `"www.recaptcha.net"` sees no Google cookies.
   */
  host?: "www.google.com" | "www.recaptcha.net";
}

/**
 * Google reCAPTCHA (v2, v3, Enterprise). It analyses the visitor's behaviour; an Austrian court
 * held that v3 needs consent (BVwG W298 2274626-1), so it asks for it here.
 *
 * @confidence medium
 * @source https://cloud.google.com/recaptcha/docs/faq
 * @source https://developers.google.com/recaptcha/docs/faq
 * @source Open-Cookie-Database@0ee5a17
 * @source nuxt/scripts@5052a9fd
 * @source tarteaucitron.js@76151fa
 * @checked tracker-radar crawl of November 2024
 * @unverified names inside the frame of Google (rc::…)
 * @param options what the vendor needs, and any field of a service; default: the page's own markup starts it
 * @throws Nothing. An option that cannot be used is reported as a problem.
 * @example
 * import { createConsent } from "consentry";
 * import { googleRecaptcha } from "consentry/services/google-recaptcha";
 *
 * createConsent({ controller: { name: "Acme BV" }, services: [googleRecaptcha({ render: "explicit", host: "www.recaptcha.net" })] });
 */
export function googleRecaptcha<const Category extends string = "functional">(
  options?: GoogleRecaptchaOptions<Category>,
): Service<"google-recaptcha", Category> {
  return defineService(
    {
      id: "google-recaptcha",
      name: "Google reCAPTCHA",
      category: "functional",
      purpose: "security",
      ...google,
      hosts: ["www.google.com", "www.recaptcha.net", "www.gstatic.com"],
      storage: [
        ...items("cookie", "security", "6 months", ["_GRECAPTCHA"], { party: "third" }),
        ...items("localStorage", "security", "persistent", ["_grecaptcha"]),
        ...items("localStorage", "security", "persistent", ["rc::a", "rc::f", "rc::d-*"], {
          party: "third",
        }),
        ...items("sessionStorage", "security", "session", ["rc::b", "rc::c", "rc::d-*"], {
          party: "third",
        }),
        ...items("cookie", "preferences", "6 months", ["NID"], { party: "third" }),
      ],
    },
    options,
    (read) => {
      const render = read("render", /^[\w-]{6,60}$/);
      const host = read("host", /^www\.(google\.com|recaptcha\.net)$/, "www.google.com");
      const file = own(options, "enterprise") === true ? "enterprise" : "api";
      const url = `https://${host}/recaptcha/${file}.js?render=${encodeURIComponent(render)}`;
      return {
        load: render ? (context) => loadScript(context, url, undefined, "recaptcha") : undefined,
      };
    },
    ["enterprise"],
  );
}

export default googleRecaptcha;
