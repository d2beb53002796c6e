import type { Service } from "../core/service.ts";
import type { ServiceOptions } from "./kit/options.ts";
/**
 * Walls.io social wall as an embedded frame. Posts of Instagram, X and YouTube come mostly by its
 * own host.
 *
 * @confidence medium
 * @source tracker-radar crawl of November 2024
 * @source public embed snippets of wallsio-widget-1.2.js
 * @source https://my-doku.alkacon.net/en/elements/functions/wallsio
 * @unverified cookies inside the frame: expected from its own Matomo, not seen; the vendor names none
 */
export declare function wallsIo(options?: ServiceOptions): Service;
export default wallsIo;
