import type { Service } from "../core/service.ts";
import type { ServiceOptions } from "./kit/options.ts";
export interface HcaptchaOptions extends ServiceOptions {
    /**
     * What api.js is told: `"explicit"`, or `"onload"` to fill the page's own elements. Absent: only
     * declared.
     */
    render?: "explicit" | "onload";
}
/**
 * hCaptcha against bots. A site that holds it strictly necessary for a form can move it to the
 * category `necessary` with its own reason.
 *
 * @confidence medium
 * @source tracker-radar crawl of November 2024
 * @source tarteaucitron.js@76151fa
 * @source npm @hcaptcha/loader@2.4.2
 * @unverified the first-party localStorage name
 */
export declare function hcaptcha(options?: HcaptchaOptions): Service;
export default hcaptcha;
