import type { Service } from "../core/service.ts";
import type { ServiceOptions } from "./kit/options.ts";
/**
 * Trustpilot TrustBox in a frame. Invitations by e-mail are another matter and need their own
 * basis.
 *
 * @confidence medium
 * @source tracker-radar crawl of November 2024
 * @source Open-Cookie-Database@0ee5a17
 * @source tarteaucitron.js@76151fa
 * @unverified storage inside the frame
 */
export declare function trustpilot(options?: ServiceOptions): Service;
export default trustpilot;
