import type { Service } from "../core/service.ts";
import type { ServiceOptions } from "./kit/options.ts";
/**
 * Google Maps as an embedded frame. Tiles, fonts and the map itself come from Google's hosts.
 *
 * @confidence medium
 * @source Open-Cookie-Database@0ee5a17
 * @source tarteaucitron.js@76151fa
 * @source tracker-radar crawl of November 2024
 * @unverified which of the cookies a map sets for a visitor without a Google account
 */
export declare function googleMaps(options?: ServiceOptions): Service;
export default googleMaps;
