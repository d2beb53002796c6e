import type { Service } from "../core/service.ts";
import type { ServiceOptions } from "./kit/options.ts";
export interface IntelliadOptions extends ServiceOptions {
    /** Customer id, digits. Absent: the page's own markup starts it. */
    id?: string;
}
/**
 * intelliAd bid management and cross-channel tracking. Its opt-out lives on the provider's own
 * domain, where browsers may refuse it: not loading it is the reliable way.
 *
 * @confidence medium
 * @source QubitProducts/opentag-libraries: tag for t13.intelliad.de/cl
 * @source tracker-radar crawl of November 2024
 * @source ghostery/trackerdb@0448d4bf
 * @unverified name and address of the opt-out: take the link of the site's own notice
 * @unverified cookies: seen in crawls only
 */
export declare function intelliad(options?: IntelliadOptions): Service;
export default intelliad;
