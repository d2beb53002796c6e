import type { Service } from "../core/service.ts";
import type { ServiceOptions } from "./kit/options.ts";
export interface MixpanelOptions extends ServiceOptions {
    /** Project token, 32 hexadecimal digits. Absent: the page's own markup starts it. */
    id?: string;
    /** Where the script comes from. Default Mixpanel's CDN. */
    script?: string;
    /**
     * Handed to `mixpanel.init(id, config)`, for example `{ api_host: "https://api-eu.mixpanel.com"
     * }`.
     */
    config?: Record<string, unknown>;
}
/**
 * Mixpanel. Its opt-out is remembered in the browser, so a load after a withdrawal takes it back. It
 * holds its databases open: they go when the page is left.
 *
 * @confidence high
 * @source mixpanel/mixpanel-js@4ca40f41 source
 * @source npm mixpanel-browser@2.83.0
 * @source tracker-radar crawl of November 2024
 * @source nuxt/scripts@5052a9fd
 */
export declare function mixpanel(options?: MixpanelOptions): Service;
export default mixpanel;
