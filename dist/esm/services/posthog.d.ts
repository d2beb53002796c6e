import type { Service } from "../core/service.ts";
import type { ServiceOptions } from "./kit/options.ts";
export interface PosthogOptions extends ServiceOptions {
    /** Project key, `phc_…`. Absent: the page's own markup starts it. */
    id?: string;
    /** Where events go. Default `"https://eu.i.posthog.com"`. */
    host?: string;
    /** Handed to `posthog.init(id, config)`. */
    config?: Record<string, unknown>;
}
/**
 * PostHog. Its opt-out is remembered in the browser, so a load after a withdrawal takes it back.
 *
 * @confidence high
 * @source npm posthog-js@1.449.2
 * @source PostHog/posthog-js@9b2a1b18d source
 * @source tracker-radar crawl of November 2024
 * @source nuxt/scripts@5052a9fd
 * @source c15t@cfcbbf85
 */
export declare function posthog(options?: PosthogOptions): Service;
export default posthog;
