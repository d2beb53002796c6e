import type { Service } from "../core/service.ts";
import type { ServiceOptions } from "./kit/options.ts";
export interface MatomoOptions extends ServiceOptions {
    /** Folder that answers `matomo.php`, ending in `/`. Absent: the page's own markup starts it. */
    url?: string;
    /** Id of the site in Matomo. */
    id?: number | string;
    /** Address of the script where it is not `matomo.js` in that folder (Matomo Cloud's CDN). */
    script?: string;
}
/**
 * Matomo, in its cloud or on the site's own host. `forgetConsentGiven` deletes its cookies, stops
 * it and is remembered in a cookie; `setConsentGiven` undoes it, so that is sent first at each
 * load.
 *
 * @confidence high
 * @source https://developer.matomo.org/guides/tracking-consent
 * @source matomo-org/matomo@f09912cb70 js/piwik.js
 * @source matomo-org/developer-documentation (2024-10-22)
 * @source tracker-radar crawl of November 2024
 * @source Open-Cookie-Database@0ee5a17
 * @source nuxt/scripts@5052a9fd
 * @source tarteaucitron.js@76151fa
 * @source c15t@cfcbbf85
 */
export declare function matomo(options?: MatomoOptions): Service;
export default matomo;
