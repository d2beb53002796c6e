import type { Service } from "../core/service.ts";
import type { ServiceOptions } from "./kit/options.ts";
export interface MicrosoftClarityOptions extends ServiceOptions {
    /** Project id. Absent: the page's own markup starts it. */
    id?: string;
    /** Whether this consent covers Clarity's advertising cookies too. Default false. */
    ads?: boolean;
}
/**
 * Microsoft Clarity. Refusing its consent call erases its cookies and goes on without them, so a
 * withdrawal reloads. It does not start at all where Global Privacy Control is on.
 *
 * @confidence high
 * @source https://learn.microsoft.com/en-us/clarity/setup-and-installation/clarity-consent-api-v2
 * @source microsoft/clarity@8aa987e4 source (2026-07-30)
 * @source npm @microsoft/clarity@1.0.2
 * @source tracker-radar crawl of November 2024
 * @source Open-Cookie-Database@0ee5a17
 * @source nuxt/scripts@5052a9fd
 */
export declare function microsoftClarity(options?: MicrosoftClarityOptions): Service;
export default microsoftClarity;
