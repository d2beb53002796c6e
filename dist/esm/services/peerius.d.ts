import type { Service } from "../core/service.ts";
import type { ServiceOptions } from "./kit/options.ts";
export interface PeeriusOptions extends ServiceOptions {
    /** Host of the account, such as `shop.peerius.com`. Absent: the page's own markup starts it. */
    host?: string;
    /**
     * Put on `window.PeeriusCallbacks` unless the page has its own: `{ track: { … }, apiVersion:
     * "v1_4" }`.
     */
    callbacks?: Record<string, unknown>;
}
/**
 * Peerius product recommendations (Optimizely, formerly Episerver). `PeeriusCallbacks` must stand
 * before its script, by `callbacks` or by the page. One cookie lives 20 years: the site's notice
 * should say so.
 *
 * @confidence medium
 * @source https://world.episerver.com/documentation/developer-guides/personalization/
 * @source https://support.optimizely.com/hc/en-us/articles/115002970466
 * @source tracker-radar crawl of November 2024
 * @source PeeriusCallbacks integrations (Qubit tag library)
 * @unverified which legal entity of the group contracts in the EEA
 * @unverified cookies: seen in crawls, named by no document of the vendor
 */
export declare function peerius(options?: PeeriusOptions): Service;
export default peerius;
