import type { Service } from "../core/service.ts";
import type { ServiceOptions } from "./kit/options.ts";
export interface TurnstileOptions extends ServiceOptions {
    /**
     * What api.js is told: `"explicit"`, or `"onload"` to fill the page's own elements. Absent: only
     * declared.
     */
    render?: "explicit" | "onload";
}
/**
 * Cloudflare Turnstile against bots. A site that holds it strictly necessary for a form can move
 * it to the category `necessary` with its own reason.
 *
 * @confidence high
 * @source tracker-radar crawl of November 2024
 * @source https://developers.cloudflare.com/turnstile/concepts/pre-clearance-support/
 * @source https://developers.cloudflare.com/cloudflare-challenges/concepts/clearance/
 */
export declare function turnstile(options?: TurnstileOptions): Service;
export default turnstile;
