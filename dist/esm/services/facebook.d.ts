import type { Service } from "../core/service.ts";
import type { ServiceOptions } from "./kit/options.ts";
/**
 * Facebook social plug-ins and SDK. The SDK stays when its frames are taken away: a withdrawal
 * reloads.
 *
 * @confidence medium
 * @source Open-Cookie-Database@0ee5a17
 * @source tarteaucitron.js@76151fa
 * @source tracker-radar crawl of November 2024
 * @unverified which of the cookies a visitor without an account gets
 */
export declare function facebook(options?: ServiceOptions): Service;
export default facebook;
