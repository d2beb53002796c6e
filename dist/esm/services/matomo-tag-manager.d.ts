import type { Service } from "../core/service.ts";
import type { ServiceOptions } from "./kit/options.ts";
export interface MatomoTagManagerOptions extends ServiceOptions {
    /** Address of the container, `…/container_<id>.js`. Absent: the page's own markup starts it. */
    url?: string;
}
/**
 * Matomo Tag Manager. What runs inside the container is invisible from here: name its vendors
 * beside it.
 *
 * @confidence medium
 * @source matomo-org/developer-documentation
 * @source tarteaucitron.js@76151fa
 * @source tracker-radar crawl of November 2024
 * @unverified storage depends on the tags in the container
 */
export declare function matomoTagManager(options?: MatomoTagManagerOptions): Service;
export default matomoTagManager;
