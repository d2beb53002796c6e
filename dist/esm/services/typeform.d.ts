import type { Service } from "../core/service.ts";
import type { ServiceOptions } from "./kit/options.ts";
/**
 * Typeform forms in a frame.
 *
 * @confidence medium
 * @source Open-Cookie-Database@0ee5a17
 * @source tracker-radar crawl of November 2024
 * @source npm @typeform/embed@6.1.1
 * @unverified storage inside the frame
 */
export declare function typeform(options?: ServiceOptions): Service;
export default typeform;
