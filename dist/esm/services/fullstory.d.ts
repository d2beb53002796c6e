import type { Service } from "../core/service.ts";
import type { ServiceOptions } from "./kit/options.ts";
/**
 * FullStory session recording. Its snippet is long and stays in the page, gated; `shutdown` ends
 * the recording.
 *
 * @confidence high
 * @source tracker-radar crawl of November 2024
 * @source npm @fullstory/browser@2.1.1
 */
export declare function fullstory(options?: ServiceOptions): Service;
export default fullstory;
