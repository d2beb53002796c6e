import type { Service } from "../core/service.ts";
import type { ServiceOptions } from "./kit/options.ts";
export interface IntercomOptions extends ServiceOptions {
    /** App id. Absent: the page's own markup starts it. */
    id?: string;
    /** Further settings of the Messenger, such as `api_base` for the European data centre. */
    config?: Record<string, unknown>;
}
/**
 * Intercom Messenger. `shutdown` takes the widget away; its id cookies are erased after it.
 *
 * @confidence high
 * @source tracker-radar crawl of November 2024
 * @source Open-Cookie-Database@0ee5a17
 * @source nuxt/scripts@5052a9fd
 * @source npm @intercom/messenger-js-sdk@0.0.20
 */
export declare function intercom(options?: IntercomOptions): Service;
export default intercom;
