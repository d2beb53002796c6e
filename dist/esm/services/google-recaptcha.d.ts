import type { Service } from "../core/service.ts";
import type { ServiceOptions } from "./kit/options.ts";
export interface GoogleRecaptchaOptions extends ServiceOptions {
    /**
     * What api.js is told to render: a site key (v3), `"explicit"` or `"onload"`. Absent: only
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
 * @source Open-Cookie-Database@0ee5a17
 * @source tracker-radar crawl of November 2024
 * @source nuxt/scripts@5052a9fd
 * @source tarteaucitron.js@76151fa
 * @source https://developers.google.com/recaptcha/docs/faq
 * @unverified names inside the frame of Google (rc::…)
 */
export declare function googleRecaptcha(options?: GoogleRecaptchaOptions): Service;
export default googleRecaptcha;
