import type { Service } from "../core/service.ts";
import type { ServiceOptions } from "./kit/options.ts";
export interface DynatraceOptions extends ServiceOptions {
    /** True: opt-in mode is on in Dynatrace, so consent is told by `dtrum.enable()`. */
    optIn?: boolean;
    /** Address of the script where nothing injects it: `https://js-cdn.dynatrace.com/jstag/…`. */
    url?: string;
}
/**
 * Dynatrace Real User Monitoring. It is mostly injected by the server, so its own opt-in mode is
 * the gate: switch that on in Dynatrace and set `optIn`. Names may carry a suffix.
 *
 * @confidence high
 * @source Open-Cookie-Database@0ee5a17
 * @source tracker-radar crawl of November 2024
 * @source npm @dynatrace/dtrum-api-types@1.337.11
 * @source https://docs.dynatrace.com/docs/data-privacy-and-security/data-privacy/how-does-dynatrace-use-cookies
 * @source https://docs.dynatrace.com/docs/manage/data-privacy-and-security/data-privacy/rum-cookies-and-web-storage
 * @source tarteaucitron.js@76151fa
 * @unverified web storage beside the copies of its cookies: starts with dt or rx, too broad to erase unasked
 */
export declare function dynatrace(options?: DynatraceOptions): Service;
export default dynatrace;
