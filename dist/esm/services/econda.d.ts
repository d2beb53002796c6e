import type { Service } from "../core/service.ts";
import type { ServiceOptions } from "./kit/options.ts";
export interface EcondaOptions extends ServiceOptions {
    /**
     * Client key of the econda loader. Absent, or without `container`: the page's own markup starts
     * it.
     */
    id?: string;
    /** Id of the container. */
    container?: number | string;
}
/**
 * econda Analytics and Personalization. A withdrawal sets econda's own privacy state to DENY where
 * that call is loaded; counting goes on under a session pseudonym until the page reloads.
 *
 * @confidence high
 * @source tracker-radar crawl of November 2024
 * @source OXID-eSales/personalization-module@820b264 (econda's own econda-recommendations-debug.js, scripts.tpl)
 * @source ghostery/trackerdb@0448d4bf
 * @unverified the loader with its two attributes was read in the OXID module only
 */
export declare function econda(options?: EcondaOptions): Service;
export default econda;
