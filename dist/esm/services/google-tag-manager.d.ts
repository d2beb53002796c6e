import type { Service } from "../core/service.ts";
import type { ServiceOptions } from "./kit/options.ts";
export interface GoogleTagManagerOptions extends ServiceOptions {
    /** Container id, `GTM-…`. Absent: the page's own markup starts it. */
    id?: string;
    /** Name of the data layer. Default `"dataLayer"`. */
    dataLayer?: string;
    /** Token and name of an environment of the container. */
    auth?: string;
    preview?: string;
}
/**
 * Google Tag Manager. What runs inside the container is invisible from here: name its vendors
 * beside it, and let their tags obey Google Consent Mode or the event of the signal `data-layer-
 * event`.
 *
 * @confidence high
 * @source tracker-radar crawl of November 2024
 * @source nuxt/scripts@5052a9fd
 * @source c15t@cfcbbf85
 * @source Open-Cookie-Database@0ee5a17
 */
export declare function googleTagManager(options?: GoogleTagManagerOptions): Service;
export default googleTagManager;
